package io.secplat.bench.fault;

import io.secplat.api.postgres.Migrations;
import io.secplat.bench.fault.node.Failpoint;
import io.secplat.bench.fault.node.Surroundings;
import io.secplat.local.launch.Layout;
import io.secplat.local.launch.LocalPlatform;
import io.secplat.local.launch.Part;
import io.secplat.local.store.FreePort;
import io.secplat.runtime.Journal;
import io.secplat.stream.redis.RedisServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** PostgreSQL and Redis for all runs, on loopback ports of their own; each run has a schema of its own. */
public final class Stores implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalPlatform platform;
    private final List<Part> parts;

    private Stores(LocalPlatform platform, List<Part> parts) {
        this.platform = platform;
        this.parts = List.copyOf(parts);
    }

    /** Starts both with their data in that folder. */
    public static Stores start(Path root, Path data) throws IOException, InterruptedException {
        return start(root, data, List.of(Part.POSTGRES, Part.REDIS));
    }

    /** Starts these alone. */
    public static Stores start(Path root, Path data, List<Part> parts) throws IOException, InterruptedException {
        Files.createDirectories(data.resolve("run"));
        Map<String, String> environment = new TreeMap<>(System.getenv());
        for (Part part : Part.values()) {
            environment.put(part.portVariable(), Integer.toString(FreePort.find()));
        }
        Stores stores = new Stores(LocalPlatform.fresh(new Layout(root, data), environment), parts);
        for (Part part : parts) {
            stores.platform.start(part).awaitReady(PATIENCE);
        }
        return stores;
    }

    /** A store is killed, and started again at once. */
    public void restart(Part part) throws IOException, InterruptedException {
        boolean unused = platform.kill(part);
        platform.start(part).awaitReady(PATIENCE);
    }

    /** Redis dies as in a power cut: what it wrote last, so many bytes, never reached the disk. It is started again at once. */
    void cutRedis(int lost) throws IOException, InterruptedException {
        boolean unused = platform.kill(Part.REDIS);
        try (Stream<Path> files = Files.walk(platform.layout().home(Part.REDIS))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".incr.aof")).toList()) {
                try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    written.truncate(Math.max(0, written.size() - lost));
                }
            }
        }
        platform.start(Part.REDIS).awaitReady(PATIENCE);
    }

    /** Redis forgets everything. */
    public void flush() {
        try (RedisServer server = RedisServer.at(Optional.of(redisUrl()))) {
            String unused = server.link().ask(redis -> redis.flushall());
        }
    }

    public String redisUrl() {
        return "redis://127.0.0.1:" + platform.settings().port(Part.REDIS);
    }

    /** The environment of a process that works on that schema. */
    public Map<String, String> environment(String schema) throws IOException {
        return Map.of(
                "PG_URL", url(schema),
                "PG_USER", "secplat",
                "PG_PASSWORD", platform.secrets().password("postgres"),
                "REDIS_URL", redisUrl());
    }

    private String url(String schema) {
        return "jdbc:postgresql://127.0.0.1:" + platform.settings().port(Part.POSTGRES) + "/secplat?currentSchema="
                + schema;
    }

    /** An empty schema with all tables. */
    public void create(String schema) throws IOException, SQLException {
        try (Connection connection = connect("public");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            statement.execute("CREATE SCHEMA " + schema);
        }
        Journal silent = new Journal(
                "faults",
                Clock.systemUTC(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        new Migrations(Surroundings.database(environment(schema), Failpoint.parse("")), silent).run();
    }

    Connection connect(String schema) throws IOException, SQLException {
        return DriverManager.getConnection(
                url(schema), "secplat", platform.secrets().password("postgres"));
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            boolean unused = platform.stop(part);
        }
    }
}
