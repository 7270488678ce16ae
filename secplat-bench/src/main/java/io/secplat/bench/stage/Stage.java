package io.secplat.bench.stage;

import io.secplat.contracts.document.Indices;
import io.secplat.contracts.json.Json;
import io.secplat.local.launch.Layout;
import io.secplat.local.launch.LocalPlatform;
import io.secplat.local.launch.Part;
import io.secplat.local.process.Running;
import io.secplat.local.store.FreePort;
import io.secplat.search.opensearch.OpenSearchRecord;
import io.secplat.search.opensearch.SearchSettings;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Postgres, Redis, OpenSearch and one server of role api, on loopback ports of their own, stopped when it is closed. */
public final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<Part> STORES = List.of(Part.POSTGRES, Part.REDIS, Part.OPENSEARCH);

    private final Map<String, String> environment;
    private final LocalPlatform platform;
    private final Deque<Part> begun = new ArrayDeque<>();

    private Stage(LocalPlatform platform, Map<String, String> environment) {
        this.platform = platform;
        this.environment = environment;
    }

    /** Starts everything in an empty data folder and fills it; ready when it returns. */
    public static Stage set(Path root, Path data, Map<String, String> environment, int assets, int findings)
            throws IOException, InterruptedException, SQLException {
        Files.createDirectories(data.resolve("run"));
        Map<String, String> all = new TreeMap<>(environment);
        for (Part part : Part.values()) {
            all.put("SECPLAT_" + part.name() + "_PORT", Integer.toString(FreePort.find()));
        }
        all.put("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "600");
        Stage stage = new Stage(LocalPlatform.fresh(new Layout(root, data), all), all);
        Runtime.getRuntime().addShutdownHook(new Thread(stage::closeQuietly, "stop-stage"));
        try {
            stage.start(STORES);
            stage.start(List.of(Part.API));
            stage.fill(new Seed(assets, findings));
            return stage;
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    private void start(List<Part> parts) throws IOException, InterruptedException {
        Deque<Running> starting = new ArrayDeque<>();
        for (Part part : parts) {
            starting.add(platform.start(part));
            begun.push(part);
        }
        for (Running running : starting) {
            running.awaitReady(PATIENCE);
        }
    }

    /** One more server with settings of its own, ready when it returns; it ends when it is closed, or with the stage. */
    public Running server(Part part, Map<String, String> settings) throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(settings);
        Running server = LocalPlatform.fresh(platform.layout(), all).start(part);
        begun.push(part);
        server.awaitReady(PATIENCE);
        return server;
    }

    private void fill(Seed seed) throws IOException, SQLException {
        try (Connection database = database()) {
            seed.tables(database);
        }
        try (OpenSearchRecord record = record()) {
            seed.documents(record.statuses(), Instant.now());
        }
    }

    /** The record over connections of the caller's own, who closes it. */
    public OpenSearchRecord record() {
        URI search = URI.create(platform.settings().url(Part.OPENSEARCH));
        return new OpenSearchRecord(
                new SearchSettings(search, Indices.EVENTS, Indices.ASSETS, Indices.STATUS, Indices.HOURS),
                Clock.systemUTC());
    }

    public String redisUrl() {
        return "redis://127.0.0.1:" + platform.settings().port(Part.REDIS);
    }

    public InetSocketAddress server() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), platform.settings().port(Part.API));
    }

    /** The process id of the server. */
    public long pid() throws IOException {
        return platform.running(Part.API)
                .flatMap(running -> running.stamp().handle())
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new IllegalStateException("the server has ended"));
    }

    /** A fresh access token of the first admin. */
    public String token() throws IOException, InterruptedException {
        String form = "username=admin&password=" + platform.secrets().password("admin");
        HttpRequest login = HttpRequest.newBuilder(
                        URI.create(platform.settings().url(Part.API) + "/api/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(login, HttpResponse.BodyHandlers.ofString())
                .body();
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            return reader.readObject().getString("access_token");
        }
    }

    /** The first column of the first row. */
    public long number(String sql) throws SQLException, IOException {
        try (Connection database = database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Changes rows. */
    public void execute(String sql) throws SQLException, IOException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    /** A connection of the caller's own. */
    public Connection database() throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + platform.settings().port(Part.POSTGRES) + "/secplat";
        return DriverManager.getConnection(url, "secplat", platform.secrets().password("postgres"));
    }

    /** An interrupted benchmark leaves no process behind. */
    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("Not everything could be stopped: " + e.getMessage());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        while (!begun.isEmpty()) {
            platform.stop(begun.pop());
        }
    }
}
