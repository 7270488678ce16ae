package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.secplat.client.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that the platform says or keeps where others read holds one of its secrets. */
class SecretsJourneyIT {

    private static final List<String> CALLS = List.of(
            "/api/notifications?limit=200",
            "/api/notifications/routes",
            "/api/audit",
            "/api/queue/health",
            "/api/alerts",
            "/api/auth/users",
            "/openapi",
            "/health",
            "/metrics");

    private static Platform platform;
    private static Http api;
    private static PlatformSecrets secrets;

    @BeforeAll
    static void use_them() throws IOException {
        platform = Platform.shared();
        api = platform.admin();
        long before = platform.told("Test message");
        api.post("/api/notifications/test", Http.json(Map.of())).expect(200);
        await().atMost(Platform.PATIENCE).until(() -> platform.told("Test message") > before);
        secrets = PlatformSecrets.of(platform);
    }

    @Test
    void the_search_would_find_one() {
        assertThat(secrets.leaks("... " + platform.adminPassword() + " ...")).contains("the administrator's password");
    }

    @Test
    void no_log_holds_a_secret() throws IOException {
        List<Path> logs = logs();
        assertThat(logs).hasSizeGreaterThan(5);
        for (Path log : logs) {
            assertThat(secrets.leaks(Files.readString(log, StandardCharsets.ISO_8859_1)))
                    .as(log.toString())
                    .isEmpty();
        }
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(platform.data())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    @Test
    void a_channel_that_is_set_up_by_half_says_which_setting_is_missing() throws IOException {
        String log = Files.readString(platform.data().resolve("logs/notifier.log"));
        assertThat(log)
                .contains("TWILIO_WHATSAPP_FROM not set")
                .contains("JIRA_BASE_URL, JIRA_EMAIL, JIRA_PROJECT_KEY not set");
    }

    @Test
    void no_answer_holds_a_secret() throws IOException, InterruptedException {
        for (String call : CALLS) {
            assertThat(secrets.leaks(text(platform.baseUrl() + call, api.token())))
                    .as(call)
                    .isEmpty();
        }
    }

    @Test
    void no_document_holds_a_secret() throws IOException, InterruptedException {
        String search = "http://127.0.0.1:" + platform.port("OPENSEARCH") + "/secplat-*/_search?size=10000";
        String documents = text(search, "");
        assertThat(documents).contains("asset_key");
        assertThat(secrets.leaks(documents)).isEmpty();
    }

    @Test
    void no_stream_and_no_key_of_redis_holds_a_secret() {
        Map<String, String> content = redis();
        assertThat(content).containsKey("secplat.events.delivery");
        content.forEach(
                (key, text) -> assertThat(secrets.leaks(key + text)).as(key).isEmpty());
    }

    private static Map<String, String> redis() {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + platform.port("REDIS"));
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisCommands<String, String> redis = connection.sync();
            Map<String, String> all = new HashMap<>();
            for (String key : new ArrayList<>(redis.keys("*"))) {
                all.put(key, content(redis, key));
            }
            return all;
        } finally {
            client.shutdown();
        }
    }

    private static String content(RedisCommands<String, String> redis, String key) {
        return switch (redis.type(key)) {
            case "stream" -> redis.xrange(key, Range.unbounded()).toString();
            case "hash" -> redis.hgetall(key).toString();
            case "string" -> String.valueOf(redis.get(key));
            // It was there when the keys were listed: the bucket of a recipient ends within seconds.
            case "none" -> "";
            default -> throw new AssertionError("nobody reads a " + redis.type(key) + " here: " + key);
        };
    }

    private static String text(String url, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        HttpRequest ask = (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build();
        return HttpClient.newHttpClient()
                .send(ask, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
