package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.client.RawHttp;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EnvelopeCodec;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.Severity;
import io.secplat.local.admin.AdminException;
import io.secplat.local.admin.Console;
import io.secplat.monitoring.JsonService;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The operator asks each server's console, over TLS and with the client of {@code ./secplat admin}, for everything that it offers,
 * and sees what it does to the platform.
 */
class ConsoleJourneyIT {

    private static final String ASSET = "verify-web";
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final String BEANS = "/IBMJMXConnectorREST/mbeans";

    private static Platform platform;
    private static Http api;
    private static RedisServer redis;
    private static RedisCourier courier;

    @BeforeAll
    static void sign_in() {
        platform = Platform.shared();
        api = platform.admin();
        redis = RedisServer.at(Optional.of("redis://127.0.0.1:" + platform.port("REDIS")));
        courier = new RedisCourier(redis);
        await().atMost(Platform.PATIENCE)
                .until(() -> api.get("/api/posture/" + ASSET).status() == 200);
    }

    @AfterAll
    static void disconnect() {
        if (redis != null) {
            redis.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"API", "INGESTION", "DERIVER", "SCAN_WORKERS", "CORRELATOR", "NOTIFIER"})
    void each_server_tells_of_its_loops_and_settings_and_no_secret(String part) throws IOException {
        ServerConsole console = ServerConsole.of(platform, part);
        String role = part.toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(console.loops()).isNotEmpty().allSatisfy((loop, told) -> {
            assertThat(told).as(loop).containsEntry("State", "running").containsEntry("LastError", "");
        });
        assertThat(console.operations()).isNotEmpty().allSatisfy(operation -> assertThat(operation.description())
                .as(operation.name())
                .isNotBlank());
        List<String> settings = console.act("showConfiguration");
        assertThat(settings).contains("SECPLAT_ROLES=" + role, "CONSOLE_PASSWORD=****");
        PlatformSecrets secrets = PlatformSecrets.of(platform);
        assertThat(secrets.leaks(settings + " " + console.attributes())).isEmpty();
    }

    @Test
    void what_is_secret_by_its_name_is_told_as_given_but_masked() throws IOException {
        assertThat(ServerConsole.of(platform, "NOTIFIER").act("showConfiguration"))
                .contains("TWILIO_AUTH_TOKEN=****", "JIRA_API_TOKEN=****", "SLACK_WEBHOOK_URL=****");
        assertThat(ServerConsole.of(platform, "API").act("showConfiguration"))
                .contains("POSTGRES_PASSWORD=****", "ADMIN_PASSWORD=****", "POSTGRES_USER=secplat");
    }

    @Test
    void a_paused_notifier_tells_nobody_until_it_is_resumed() throws IOException {
        ServerConsole console = ServerConsole.of(platform, "NOTIFIER");

        assertThat(console.onLoop("notifiers", "pause")).containsExactly("notifiers is now paused.");
        assertThat(console.onLoop("notifiers", "pause")).containsExactly("notifiers was already paused.");
        awaitState(console, "notifiers", "paused");
        awaitReadiness("NOTIFIER", 503);
        isToldAfterResuming(console);
    }

    @Test
    void a_drained_notifier_begins_anew_when_it_is_resumed() throws IOException {
        ServerConsole console = ServerConsole.of(platform, "NOTIFIER");

        console.onLoop("notifiers", "drain");
        awaitState(console, "notifiers", "drained");
        awaitReadiness("NOTIFIER", 503);
        isToldAfterResuming(console);
    }

    /** Sends a test message to a notifier that stands still. */
    private static void isToldAfterResuming(ServerConsole console) {
        long handled = handled(console);
        long before = platform.told("Sent by the operator");
        assertThat(console.act("sendTestNotification", "slack"))
                .singleElement()
                .asString()
                .startsWith("Sent as test:");
        await().during(QUIET).atMost(Platform.PATIENCE).until(() -> platform.told("Sent by the operator") == before);

        console.onLoop("notifiers", "resume");

        awaitState(console, "notifiers", "running");
        await().atMost(Platform.PATIENCE).until(() -> platform.told("Sent by the operator operator") == before + 1);
        await().atMost(Platform.PATIENCE).until(() -> handled(console) > handled);
        awaitReadiness("NOTIFIER", 200);
    }

    private static long handled(ServerConsole console) {
        return List.of(console.ofLoop("notifiers", "Counters").split(", ", -1)).stream()
                .filter(counter -> counter.startsWith("handled="))
                .mapToLong(counter -> Long.parseLong(counter.substring("handled=".length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_channel_that_is_not_there_is_refused_and_those_that_are_are_named() throws IOException {
        ServerConsole console = ServerConsole.of(platform, "NOTIFIER");

        assertThatThrownBy(() -> console.act("sendTestNotification", "pigeon"))
                .isInstanceOf(AdminException.class)
                .hasMessage("there is no channel pigeon; there are [slack]");
    }

    @Test
    void more_scans_run_at_the_same_time_when_the_operator_says_so() throws IOException {
        ServerConsole console = ServerConsole.of(platform, "SCAN_WORKERS");
        String before = console.ofLoop("workers", "Concurrency");

        assertThat(console.onLoop("workers", "setConcurrency", "4"))
                .containsExactly("Concurrency is 4, was " + before + ".");
        assertThat(console.ofLoop("workers", "Concurrency")).isEqualTo("4");
        for (String value : List.of("0", "65")) {
            assertThatThrownBy(() -> console.onLoop("workers", "setConcurrency", value))
                    .isInstanceOf(AdminException.class)
                    .hasMessageContaining("1 to 64");
        }
        await().atMost(Platform.PATIENCE).untilAsserted(() -> assertThat(audit("admin.setConcurrency"))
                .anyMatch(row -> row.contains("[\"4\"]") && row.contains("\"done\""))
                .anyMatch(row -> row.contains("[\"65\"]") && row.contains("\"refused\"")));
        console.onLoop("workers", "setConcurrency", before);
        assertThat(console.ofLoop("workers", "Concurrency")).isEqualTo(before);
    }

    @Test
    void dead_letters_are_listed_replayed_and_thrown_away() throws IOException {
        ServerConsole console = ServerConsole.of(platform, "API");
        String stream = StreamName.NOTIFY.wire();
        String title = "Given up " + UUID.randomUUID();
        String first = bury(title);

        assertThat(console.act("listDeadLetters", stream, "1"))
                .singleElement()
                .asString()
                .contains(first)
                .contains("notification_delivery_failed");
        assertThat(console.act("replayDeadLetters", stream, first)).containsExactly("1 replayed, 0 not there.");
        await().atMost(Platform.PATIENCE).until(() -> platform.told(title) == 1);
        String second = bury(title);
        assertThat(console.act("replayDeadLetters", stream, "all"))
                .singleElement()
                .asString()
                .endsWith(" replayed.");
        await().atMost(Platform.PATIENCE).until(() -> platform.told(title) == 2);
        assertThatThrownBy(() -> console.act("discardDeadLetter", stream, second))
                .hasMessage("there is no dead letter " + second);
        String third = bury(title);
        assertThat(console.act("discardDeadLetter", stream, third)).containsExactly(third + " is discarded.");
        assertThat(console.act("listDeadLetters", stream, "200").toString()).doesNotContain(second, third);
        assertThatThrownBy(() -> console.act("listDeadLetters", "secplat.nothing", "1"))
                .hasMessageContaining("there is no stream secplat.nothing");
        await().atMost(Platform.PATIENCE).until(() -> audit("admin.discardDeadLetter").stream()
                .anyMatch(row -> row.contains(third) && row.contains("\"operator\"") && row.contains("\"done\"")));
        assertThat(audit("queue.dlq.discard").toString())
                .as("one row for each operation")
                .doesNotContain(third);
    }

    private static List<String> audit(String action) {
        return api
                .get("/api/audit?action=" + action)
                .expect(200)
                .object()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(JsonObject::toString)
                .toList();
    }

    /** Gives up a message of that title, as a notifier would; the id of its dead letter. */
    private static String bury(String title) {
        Notification notice = new Notification(
                "test", "test:" + UUID.randomUUID(), title, "", Severity.INFO, List.of(), null, null, List.of(), null);
        Envelope envelope = Envelope.of(UUID.randomUUID().toString(), notice, Instant.now(), "journey");
        Map<String, String> letter = new HashMap<>(EnvelopeCodec.encode(envelope));
        letter.putAll(Map.of(
                "original_stream", StreamName.NOTIFY.wire(),
                "original_id", "3-0",
                "error", "notification_delivery_failed",
                "retryable", "true",
                "attempts", "5",
                "failed_at", Instant.now().toString()));
        courier.publisher().bury(StreamName.NOTIFY, letter);
        return courier.deadLetters().newest(StreamName.NOTIFY).orElseThrow();
    }

    @Test
    void a_check_is_begun_and_derived_when_the_operator_asks_for_it() throws IOException {
        ServerConsole ingestion = ServerConsole.of(platform, "INGESTION");
        ServerConsole deriver = ServerConsole.of(platform, "DERIVER");
        probeEvery(86_400);
        for (String loop : deriver.loops().keySet()) {
            deriver.onLoop(loop, "pause");
        }
        deriver.loops().keySet().forEach(loop -> awaitState(deriver, loop, "paused"));
        awaitReadiness("DERIVER", 503);
        try {
            Instant checked = newestCheck();
            Instant seen = lastSeen();
            assertThat(ingestion.act("probeNow", ASSET)).containsExactly("1 checks begun.");
            await().atMost(Platform.PATIENCE).until(() -> newestCheck().isAfter(checked));
            assertThat(lastSeen()).isEqualTo(seen);

            assertThat(deriver.act("deriveNow", ASSET)).containsExactly("Derived.");

            assertThat(lastSeen()).isAfter(seen);
            setTheRecordWrong();
            assertThat(deriver.act("deriveNow", ASSET)).containsExactly("Derived.");
            assertThat(status().getString("last_status_change")).startsWith("2020-");
            assertThat(deriver.act("replay", ASSET)).containsExactly("Replayed.");
            assertThat(status().getString("last_status_change")).doesNotStartWith("2020-");
            setTheRecordWrong();
            Instant from = newestCheck().minusSeconds(60);
            assertThat(deriver.act("replayRange", ASSET, from.toString(), "now"))
                    .singleElement()
                    .asString()
                    .startsWith("Replayed 1 of 1 assets");
            assertThat(status().getString("last_status_change")).doesNotStartWith("2020-");
            assertThat(deriver.attributes().get("io.secplat:type=Posture,role=deriver"))
                    .hasEntrySatisfying("RangeReplay", told -> assertThat(told).startsWith("1 of 1 assets"));
            assertThatThrownBy(() -> deriver.act("replayRange", ASSET, "yesterday", "now"))
                    .hasMessageContaining("from must be a time such as");
            assertThat(deriver.act("replay", "all")).containsExactly("Replayed.");
            assertThat(deriver.act("deriveNow", "all")).containsExactly("Derived.");
        } finally {
            for (String loop : deriver.loops().keySet()) {
                deriver.onLoop(loop, "resume");
            }
            probeEvery(5);
        }
        awaitReadiness("DERIVER", 200);
        assertThatThrownBy(() -> ingestion.act("probeNow", "no-such-asset"))
                .hasMessage("no-such-asset is not an asset that is probed");
    }

    private static void probeEvery(int seconds) {
        JsonObject probe = Json.createObjectBuilder()
                .add("kind", "http")
                .add("url", "http://127.0.0.1:" + platform.port("VERIFY_WEB") + "/")
                .add("interval_seconds", seconds)
                .add("timeout_ms", 2000)
                .build();
        api.patch("/api/assets/by-key/" + ASSET, Http.json(Map.of("probe", probe)))
                .expect(200);
    }

    private static Instant newestCheck() {
        JsonObject newest = api.get("/api/posture/" + ASSET + "/detail?hours=24")
                .expect(200)
                .object()
                .getJsonArray("timeline")
                .getJsonObject(0);
        return Instant.parse(newest.getString("@timestamp"));
    }

    private static Instant lastSeen() {
        return Instant.parse(status().getString("last_seen"));
    }

    /** What the deriver has written of the asset, as the record has it: the API's answers may be seconds old. */
    private static JsonObject status() {
        JsonService search = new JsonService(platform.port("OPENSEARCH"));
        return search.get("/secplat-asset-status/_doc/" + ASSET).getJsonObject("_source");
    }

    /** A state that no result has led to. */
    private static void setTheRecordWrong() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("last_status_change", "2020-01-01T00:00:00Z")
                .build();
        new JsonService(platform.port("OPENSEARCH"))
                .post(
                        "/secplat-asset-status/_update/" + ASSET + "?refresh=true",
                        Json.createObjectBuilder().add("doc", wrong).build());
    }

    @Test
    void nobody_else_is_let_in() throws IOException, InterruptedException {
        Console operator = platform.console("API");
        Console stranger =
                new Console(operator.address(), "operator", "guessed", operator.keys(), operator.keysPassword());

        assertThat(statusWithoutUser(operator)).isEqualTo(401);
        assertThatThrownBy(() -> ServerConsole.as("API", stranger).act("showConfiguration"))
                .isInstanceOf(AdminException.class)
                .hasMessage("The console does not let operator do this.");
        RawHttp application = new RawHttp(URI.create(platform.baseUrl()));
        assertThat(application.send("GET", BEANS, List.of(), new byte[0]).status())
                .isEqualTo(403);
        List<String> administrator = List.of("Authorization: Bearer " + api.token());
        assertThat(application.send("GET", BEANS, administrator, new byte[0]).status())
                .isEqualTo(403);
    }

    @Test
    void a_reader_sees_everything_and_changes_nothing() throws IOException {
        ServerConsole reader = ServerConsole.as("NOTIFIER", platform.consoleOfReader("NOTIFIER"));

        assertThat(reader.ofLoop("notifiers", "State")).isEqualTo("running");
        assertThat(reader.ofLoop("notifiers", "Counters")).contains("handled=");
        String settings = reader.attributes()
                .get("io.secplat:type=Settings,role=notifier")
                .get("Configuration");
        assertThat(settings).contains("CONSOLE_READER=reader", "CONSOLE_READER_PASSWORD=****");
        assertThat(PlatformSecrets.of(platform).leaks(settings)).isEmpty();
        for (String operation : List.of("pause", "drain", "resume")) {
            assertThatThrownBy(() -> reader.onLoop("notifiers", operation))
                    .isInstanceOf(AdminException.class)
                    .hasMessage("The console does not let reader do this.");
        }
        assertThatThrownBy(() -> reader.act("sendTestNotification", "all"))
                .hasMessage("The console does not let reader do this.");
        assertThat(reader.ofLoop("notifiers", "State")).isEqualTo("running");
    }

    private static int statusWithoutUser(Console console) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(console.trust())
                .build();
        HttpRequest ask =
                HttpRequest.newBuilder(URI.create(console.address() + BEANS)).build();
        return client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void the_command_line_goes_the_same_way() {
        platform.secplat("admin", "deriver");
        platform.secplat("admin", "api", "listDeadLetters", StreamName.NOTIFY.wire(), "1");
        assertThatThrownBy(() -> platform.secplat("admin", "notifier", "pause", "no-such-loop"))
                .hasMessageContaining("There is no such operation. There are: pause");
    }

    private static void awaitState(ServerConsole console, String loop, String state) {
        await().atMost(Platform.PATIENCE)
                .untilAsserted(
                        () -> assertThat(console.ofLoop(loop, "State")).as(loop).isEqualTo(state));
    }

    private static void awaitReadiness(String part, int status) {
        Http server = new Http(URI.create("http://127.0.0.1:" + platform.port(part)));
        await().atMost(Platform.PATIENCE).until(() -> {
            Answer answer = server.get("/health/ready");
            return answer.status() == status;
        });
    }
}
