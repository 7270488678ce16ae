package io.secplat.workers.scan.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process of {@link LegacyServers}. */
final class LegacyProcess implements AutoCloseable {

    private final Process process;
    private final PrintWriter ask;
    private final BufferedReader answers;

    private LegacyProcess(Process process) {
        this.process = process;
        this.ask = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static LegacyProcess start(Path folder) throws IOException {
        Path settings = folder.resolve("nothing-forbidden.properties");
        Files.writeString(
                settings, "jdk.tls.disabledAlgorithms=\njdk.certpath.disabledAlgorithms=\njdk.tls.legacyAlgorithms=\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-Djava.security.properties=" + settings,
                        "-Djdk.tls.ephemeralDHKeySize=1024",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LegacyServers.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("legacy.log").toFile())
                .start();
        return new LegacyProcess(process);
    }

    /** The port of a new server; an exception tells what the process said when it would not open one. */
    synchronized int open(String certificate, String versions, String suites, String order, long hsts)
            throws IOException {
        ask.println(String.join(" ", certificate, versions, suites, order, String.valueOf(hsts)));
        String port = answers.readLine();
        if (port == null) {
            throw new IOException("no server for " + versions + " " + suites);
        }
        return Integer.parseInt(port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
