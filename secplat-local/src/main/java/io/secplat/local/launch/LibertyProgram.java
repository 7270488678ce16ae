package io.secplat.local.launch;

import io.secplat.local.process.Command;
import io.secplat.local.process.Executables;
import io.secplat.local.process.Program;
import io.secplat.local.store.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** One Liberty server. It is started as a plain java process, so that its process id is the server's own. */
final class LibertyProgram implements Program {

    private static final int JAVA_WITHOUT_SECURITY_MANAGER = 24;

    private final Part part;
    private final int port;
    private final Layout layout;
    private final Map<String, String> environment;

    LibertyProgram(Part part, int port, Layout layout, Map<String, String> environment) {
        this.part = part;
        this.port = port;
        this.layout = layout;
        this.environment = environment;
    }

    @Override
    public String name() {
        return part.title();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public boolean isReady() {
        return Http.answersOk(URI.create("http://127.0.0.1:" + port + "/health/ready"));
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(40);
    }

    @Override
    public Command prepare() throws IOException {
        Path wlp = layout.libertyInstallation();
        Path servers = layout.liberty().resolve("servers");
        copyAll(layout.libertyConfiguration().resolve("common"), servers.resolve("common"));
        Path server = servers.resolve(part.title());
        copyAll(layout.libertyConfiguration().resolve(part.title()), server);
        Path apps = Files.createDirectories(layout.liberty().resolve("shared").resolve("apps"));
        replace(layout.application(), apps.resolve("secplat.ear"));
        forgetWhatAnotherApplicationLeft(server);
        Map<String, String> all = new TreeMap<>(environment);
        all.put("WLP_USER_DIR", layout.liberty().toString());
        all.put("HTTP_PORT", Integer.toString(port));
        return new Command(words(wlp), all, server, false);
    }

    /**
     * Liberty keeps the unpacked modules of an application and recognises them by name, size and time. Reproducible builds
     * give every build the same time, so a server that last ran another build must forget them.
     */
    private void forgetWhatAnotherApplicationLeft(Path server) throws IOException {
        Path stamp = server.resolve("application.stamp");
        String now = Long.toHexString(checksum(layout.application()));
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(now)) {
            Folders.delete(server.resolve("workarea"));
            Files.writeString(stamp, now);
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue();
    }

    private List<String> words(Path wlp) {
        List<String> words = new ArrayList<>(List.of(
                Executables.java(),
                "-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"),
                "@" + wlp.resolve("lib/platform/java/" + optionsOfThisJava()),
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                "-Dfile.encoding=UTF-8",
                "-XX:+ExitOnOutOfMemoryError"));
        words.addAll(part.isFrontDoor() ? List.of("-Xmx512m") : worker());
        words.addAll(List.of("-jar", wlp.resolve("bin/tools/ws-server.jar").toString(), part.title()));
        return words;
    }

    /**
     * Workers wait most of the time: a quick start and little memory matter more than the last bit of speed. Only scans compute, since
     * each of their connections is a new one; what they keep of the heap is a third of it.
     */
    private List<String> worker() {
        List<String> options = new ArrayList<>(List.of("-Xss512k", "-XX:+UseSerialGC"));
        options.addAll(
                part == Part.SCAN_WORKERS ? List.of("-Xmx192m") : List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        return options;
    }

    private static String optionsOfThisJava() {
        return Runtime.version().feature() >= JAVA_WITHOUT_SECURITY_MANAGER ? "java24.options" : "java9.options";
    }

    private static void copyAll(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                replace(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Puts a copy in place in one step; a server that runs on the old one keeps it. */
    private static void replace(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.mismatch(from, to) < 0) {
            return;
        }
        Path partial = Files.createTempFile(to.resolveSibling(""), "copy", ".partial");
        Files.copy(from, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
