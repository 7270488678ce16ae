package io.secplat.container;

import io.secplat.client.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        ProcessBuilder builder = script(INSTALLATION, name);
        builder.environment().putAll(environment);
        return start(builder, HOME, name);
    }

    /** Starts a server of another user directory, on the Liberty of the build; nothing of this run's environment reaches it. */
    static LibertyServer launchAlone(Path users, String name) {
        return launchAlone(INSTALLATION, users, name);
    }

    /** The same on another Liberty. */
    static LibertyServer launchAlone(Path installation, Path users, String name) {
        ProcessBuilder builder = script(installation, name);
        builder.environment().keySet().retainAll(Set.of("PATH"));
        return start(builder, users, name);
    }

    private static ProcessBuilder script(Path installation, String name) {
        return new ProcessBuilder(installation.resolve("bin/server").toString(), "run", name, "--clean");
    }

    private static LibertyServer start(ProcessBuilder builder, Path users, String name) {
        Path directory = users.resolve("servers").resolve(name);
        builder.environment().put("WLP_USER_DIR", users.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("console.log").toFile());
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

    /** Waits until what it runs can do its work, too. */
    void awaitReady(int port) {
        awaitReady();
        Http http = new Http(URI.create("http://127.0.0.1:" + port));
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> http.get("/health/ready").status() == 200);
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
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
        } finally {
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
