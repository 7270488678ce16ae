package io.secplat.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreSurvivesKillTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path home = TestStores.home("survivor");

    @AfterEach
    void removeHome() throws IOException {
        Folders.delete(home);
    }

    @Test
    void a_committed_row_is_there_after_sigkill_of_the_postmaster() throws Exception {
        int port = FreePort.find();
        Supplier<PostgresStore> start = () -> PostgresStore.start(home, port, "pass word'\"");
        try (PostgresStore first = start.get()) {
            first.awaitReady(LIMIT);
            sql(first, "CREATE TABLE fact (word text); INSERT INTO fact VALUES ('kept')");
            assertThat(sql(first, "SHOW fsync")).isEqualTo("on");
            assertThat(sql(first, "SHOW synchronous_commit")).isEqualTo("on");
            ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
            await().until(() -> !first.running().isAlive());
            assertThat(home.resolve("data/postmaster.pid")).exists();
        }
        try (PostgresStore second = start.get()) {
            second.awaitReady(LIMIT);
            assertThat(sql(second, "SELECT word FROM fact")).isEqualTo("kept");
        }
    }

    @Test
    void a_lock_that_names_a_foreign_process_does_not_stop_postgres() throws Exception {
        int port = FreePort.find();
        try (PostgresStore first = PostgresStore.start(home, port, "secret")) {
            first.awaitReady(LIMIT);
        }
        Files.writeString(
                home.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n/nowhere\n");
        try (PostgresStore second = PostgresStore.start(home, port, "secret")) {
            second.awaitReady(LIMIT);
            assertThat(second.isReady()).isTrue();
        }
    }

    @Test
    void a_key_older_than_a_second_is_there_after_sigkill_of_redis() throws Exception {
        int port = FreePort.find();
        try (RedisStore first = RedisStore.start(home, port)) {
            first.awaitReady(LIMIT);
            redis(port, "SET fact kept");
            redis(port, "WAITAOF 1 0 2000");
            await().until(() -> redis(port, "INFO persistence").contains("aof_pending_bio_fsync:0"));
            first.kill();
            assertThat(first.isReady()).isFalse();
        }
        try (RedisStore second = RedisStore.start(home, port)) {
            second.awaitReady(LIMIT);
            assertThat(redis(port, "GET fact")).contains("kept");
        }
    }

    @Test
    void an_indexed_document_is_there_after_sigkill_of_opensearch() throws Exception {
        int port = FreePort.find();
        try (OpenSearchStore first = OpenSearchStore.start(home, port)) {
            first.awaitReady(LIMIT);
            HttpResponse<String> indexed = http(first.url() + "/fact/_doc/1?refresh=true", "{\"word\":\"kept\"}");
            assertThat(indexed.statusCode()).as(indexed.body()).isEqualTo(201);
            first.kill();
        }
        try (OpenSearchStore second = OpenSearchStore.start(home, port)) {
            second.awaitReady(LIMIT);
            await().atMost(LIMIT).untilAsserted(() -> assertThat(
                            http(second.url() + "/fact/_doc/1", null).body())
                    .contains("\"kept\""));
        }
    }

    private static String sql(PostgresStore store, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(store.jdbcUrl(), store.user(), store.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(text)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String redis(int port, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static HttpResponse<String> http(String url, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json");
        if (body != null) {
            request.PUT(BodyPublishers.ofString(body));
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
