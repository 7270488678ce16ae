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
        Path configuration = layout.libertyConfiguration().resolve(part.title());
        copyAll(configuration, server);
        Path apps = Files.createDirectories(layout.liberty().resolve("shared").resolve("apps"));
        replace(layout.application(), apps.resolve("secplat.ear"));
        forgetWhatAnotherApplicationLeft(server);
        ServerStart start = ServerStart.of(configuration);
        Map<String, String> all = new TreeMap<>(start.environment());
        all.putAll(environment);
        all.put("WLP_USER_DIR", layout.liberty().toString());
        all.put("HTTP_PORT", Integer.toString(port));
        return new Command(words(wlp, start.options()), all, server, false);
    }

    /**
     * Liberty keeps the unpacked modules of an application and recognises them by name, size and time. Reproducible builds
     * give every build the same time, so a server that last ran another build must forget them. It also keeps its features, so it must
     * forget them as well when its console was switched on or off.
     */
    private void forgetWhatAnotherApplicationLeft(Path server) throws IOException {
        Path stamp = server.resolve("application.stamp");
        String now = Long.toHexString(checksum(layout.application()))
                + environment.getOrDefault(ServerEnvironment.CONSOLE, "");
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

    private List<String> words(Path wlp, List<String> options) {
        List<String> words = new ArrayList<>(List.of(
                Executables.java(),
                "-javaagent:" + wlp.resolve("bin/tools/ws-javaagent.jar"),
                "@" + wlp.resolve("lib/platform/java/" + optionsOfThisJava()),
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                "-Dfile.encoding=UTF-8",
                "-XX:+ExitOnOutOfMemoryError"));
        words.addAll(options);
        words.addAll(heap());
        words.addAll(List.of("-jar", wlp.resolve("bin/tools/ws-server.jar").toString(), part.title()));
        return words;
    }

    /** Where the right size depends on how much a server has to do, its configuration has none; this is for one person's machine. */
    private List<String> heap() {
        return switch (part) {
            case API, ALL -> List.of("-Xmx512m");
            case SCAN_WORKERS -> List.of("-Xmx192m");
            default -> List.of();
        };
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
