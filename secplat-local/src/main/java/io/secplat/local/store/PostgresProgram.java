package io.secplat.local.store;

import io.secplat.local.process.Command;
import io.secplat.local.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL 17 that acknowledges a commit only when it is on disk. The process is the postmaster itself. */
public final class PostgresProgram implements Program {

    static final String USER = "secplat";

    private final Path home;
    private final int port;
    private final String password;

    public PostgresProgram(Path home, int port, String password) {
        this.home = home.toAbsolutePath();
        this.port = port;
        this.password = password;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Command prepare() throws IOException, InterruptedException {
        Files.createDirectories(home);
        PostgresBinaries binaries = PostgresBinaries.extractedTo(home);
        PostgresCluster cluster = new PostgresCluster(home.resolve("data"), binaries);
        cluster.createIfMissing(USER, password);
        cluster.clearLeftovers();
        return new Command(binaries.words("postgres", settings(cluster.data())), home);
    }

    @Override
    public boolean isReady() {
        return PostgresGreeting.accepts(port, USER);
    }

    /** A fast shutdown: SIGTERM would wait until every client has gone. */
    @Override
    public String politeSignal() {
        return "INT";
    }

    private List<String> settings(Path data) {
        return List.of(
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_connections=100",
                "-c",
                "timezone=UTC");
    }
}
