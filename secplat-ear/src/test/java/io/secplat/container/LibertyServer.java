package io.secplat.container;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** A Liberty server that a test starts beside Arquillian's, and stops. */
final class LibertyServer implements AutoCloseable {

    private static final Path INSTALLATION = Path.of(System.getProperty("secplat.liberty"));
    private static final Path HOME = Path.of(System.getProperty("container.home"));

    private final Path directory;
    private final Process process;

    private LibertyServer(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** Starts the server of that name under src/test/liberty. */
    static LibertyServer launch(String name, Map<String, String> environment) {
        Path directory = HOME.resolve("servers").resolve(name);
        File log = directory.resolve("console.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh", INSTALLATION.resolve("bin/server").toString(), "run", name, "--clean")
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().putAll(environment);
        builder.environment().put("WLP_USER_DIR", HOME.toString());
        try {
            return new LibertyServer(directory, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready; fails at once when it ends instead. */
    void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .failFast("the server ended, see its console.log", () -> !process.isAlive())
                .until(() -> Files.readString(file("console.log")).contains("CWWKF0011I"));
    }

    /** A file that the server made, below its own directory. */
    Path file(String path) {
        return directory.resolve(path);
    }

    /** A port that nobody listened on just now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script waits for the JVM, so that is ended first. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }
}
