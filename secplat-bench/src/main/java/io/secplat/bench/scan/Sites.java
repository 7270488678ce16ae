package io.secplat.bench.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process of the sites, and what others need to find and to believe them. */
final class Sites implements AutoCloseable {

    private static final String DOMAIN = ".bench.example";

    private final Process process;
    private final SiteKeys keys;
    private final Path hosts;
    private final int port;
    private final int count;

    private Sites(Process process, SiteKeys keys, Path hosts, int port, int count) {
        this.process = process;
        this.keys = keys;
        this.hosts = hosts;
        this.port = port;
        this.count = count;
    }

    /** Starts so many; they serve when it returns. */
    static Sites start(Path folder, int count) throws IOException, InterruptedException {
        SiteKeys keys = SiteKeys.in(folder, "*" + DOMAIN);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SitesMain.class.getName(),
                        keys.keys().toString(),
                        keys.trust().toString())
                .redirectError(folder.resolve("sites.log").toFile())
                .start();
        try {
            return new Sites(process, keys, hosts(folder, count), port(process), count);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static int port(Process process) throws IOException {
        BufferedReader says = process.inputReader(StandardCharsets.US_ASCII);
        String port = says.readLine();
        if (port == null) {
            throw new IOException("the sites did not start; see sites.log");
        }
        return Integer.parseInt(port);
    }

    /** A file of names for the JDK's resolver, with those of this machine, since it asks nobody else then. */
    private static Path hosts(Path folder, int count) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("127.0.0.1 localhost " + InetAddress.getLocalHost().getHostName());
        for (int n = 1; n <= count; n++) {
            lines.add("127.0.0.1 " + name(n));
        }
        return Files.write(folder.resolve("hosts"), lines);
    }

    private static String name(int n) {
        return "site-" + n + DOMAIN;
    }

    int count() {
        return count;
    }

    int port() {
        return port;
    }

    SiteKeys keys() {
        return keys;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** The names of the assets, the port included. */
    List<String> assets() {
        List<String> names = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            names.add(name(n) + ":" + port);
        }
        return names;
    }

    /** What a JVM needs to find the sites and to believe them. */
    String javaOptions() {
        return "-Djdk.net.hosts.file=" + hosts + " -Djavax.net.ssl.trustStore=" + keys.trust()
                + " -Djavax.net.ssl.trustStorePassword=" + SiteKeys.PASSWORD;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
