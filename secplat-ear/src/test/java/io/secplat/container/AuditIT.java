package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.AssetStatus;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record of changes, and everything that keeps alerts quiet or handles what failed, as clients see it. */
@InContainer
class AuditIT {

    private static final String JSON = "application/json";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Http admin = new Http(ApiBench.BASE);
    private final Beside beside = new Beside();
    private final String asset = "quiet-" + UUID.randomUUID();

    @BeforeEach
    void sign_in() {
        admin.signIn("admin", ApiBench.PASSWORD);
    }

    @AfterEach
    void disconnect() {
        beside.close();
    }

    @Test
    void every_change_has_one_row_with_the_request_id_of_its_call() {
        String id = "change-" + UUID.randomUUID();
        JsonObject body = Http.json(Map.of("asset_key", asset, "type", "app", "name", "quiet"));
        admin.send("POST", "/api/assets", JSON, body.toString(), "X-Request-Id", id)
                .expect(201);

        JsonObject page = admin.get("/api/audit?action=asset.create&user=admin&limit=500")
                .expect(200)
                .object();

        assertThat(page.getJsonArray("actions").toString()).contains("\"asset.create\"", "\"login\"");
        assertThat(page.getJsonArray("items").getValuesAs(JsonObject.class))
                .filteredOn(item -> item.getString("request_id").equals(id))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.getString("asset_key")).isEqualTo(asset);
                    assertThat(item.keySet())
                            .containsExactlyInAnyOrder(
                                    "id", "created_at", "action", "user_name", "asset_key", "details", "request_id");
                });
    }

    @Test
    void the_audit_is_read_page_by_page_by_analysts_and_verified_by_admins() {
        createAsset();
        JsonObject first = admin.get("/api/audit?limit=1").expect(200).object();
        JsonObject second = admin.get("/api/audit?limit=1&cursor=" + first.getString("next_cursor"))
                .expect(200)
                .object();
        assertThat(id(second)).isLessThan(id(first));
        admin.get("/api/audit?since=yesterday").expect(422);
        admin.get("/api/audit?cursor=x").expect(422);

        Http analyst = new Http(ApiBench.BASE).signIn("scanner-service", ApiBench.PASSWORD + "-scanner");
        analyst.get("/api/audit").expect(200);
        analyst.get("/api/audit/verify").expect(403);
        Http viewer = Callers.viewer();
        viewer.get("/api/audit").expect(403);
        viewer.get("/api/queue/dlq?stream=secplat.events.notify").expect(403);
        viewer.get("/api/suppression/rules").expect(200);
        viewer.get("/api/jobs/analytics").expect(200);
    }

    @Test
    void a_row_that_was_changed_behind_our_back_is_named() {
        createAsset();
        await().atMost(SOON).until(() -> verify("").getInt("unsealed") == 0);
        JsonObject good = verify("");
        assertThat(good.getBoolean("ok")).isTrue();
        JsonObject head = good.getJsonObject("head");
        String anchor = "?anchor=" + head.getInt("chain_seq") + ":" + head.getString("chain_mac");
        assertThat(verify(anchor).getBoolean("ok")).isTrue();
        admin.get("/api/audit/verify?anchor=5").expect(422);

        String row = Beside.ask("SELECT id FROM audit_events WHERE asset_key = '" + asset + "'");
        tamper("UPDATE audit_events SET user_name = 'nobody' WHERE id = " + row);
        JsonObject broken = verify("").getJsonObject("first_broken");
        tamper("UPDATE audit_events SET user_name = 'admin' WHERE id = " + row);

        assertThat(broken.getString("reason")).isEqualTo("content_changed");
        assertThat(broken.getInt("id")).isEqualTo(Integer.parseInt(row));
        assertThat(verify("").getBoolean("ok")).isTrue();
    }

    @Test
    void a_dead_letter_is_listed_replayed_and_thrown_away() {
        String event = UUID.randomUUID().toString();
        String id = beside.bury(StreamName.NOTIFY, letter(event));
        String list = "/api/queue/dlq?stream=secplat.events.notify";

        JsonObject item = admin.get(list + "&limit=1")
                .expect(200)
                .object()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(item.getString("id")).isEqualTo(id);
        assertThat(item.getInt("attempts")).isEqualTo(5);
        JsonObject ask = Json.createObjectBuilder()
                .add("stream", "secplat.events.notify")
                .add("ids", Json.createArrayBuilder().add(id).add("1-1"))
                .build();
        JsonObject replayed =
                admin.post("/api/queue/dlq/replay", ask).expect(200).object();

        assertThat(replayed).hasToString("{\"replayed\":1,\"missing\":[\"1-1\"]}");
        assertThat(beside.entries(StreamName.NOTIFY, event)).isEqualTo(1);
        String other = beside.bury(StreamName.NOTIFY, letter(UUID.randomUUID().toString()));
        admin.delete(list + "&id=" + other).expect(200);
        admin.delete(list + "&id=" + other).expect(404);
        assertThat(audited("queue.dlq.replay")).isPositive();
        assertThat(audited("queue.dlq.discard")).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            GET    | /api/queue/dlq                                      |
            GET    | /api/queue/dlq?stream=secplat.nothing               |
            GET    | /api/queue/dlq?stream=secplat.jobs.scan&cursor=x    |
            DELETE | /api/queue/dlq?stream=secplat.jobs.scan             |
            POST   | /api/queue/dlq/replay                               | {"stream":"secplat.jobs.scan"}
            POST   | /api/queue/dlq/replay                               | {"stream":"x","all":true}
            POST   | /api/queue/dlq/replay                               | {"stream":"secplat.jobs.scan","ids":["x"]}
            POST   | /api/queue/dlq/replay                               | {"stream":"secplat.jobs.scan","ids":[],"all":true}
            GET    | /api/jobs/analytics?lookback_hours=721              |
            GET    | /api/jobs/analytics?job_type=x                      |
            POST   | /api/suppression/rules                              | {"scope":"asset","starts_at":"2026-05-04T07:00:00Z","ends_at":"2026-05-04T08:00:00Z"}
            POST   | /api/suppression/rules                              | {"scope":"all","starts_at":"2026-05-04T08:00:00Z","ends_at":"2026-05-04T08:00:00Z"}
            POST   | /api/suppression/maintenance-windows                | {"asset_key":"x"}
            POST   | /api/notifications/test                             | {"channels":["pigeon"]}
            POST   | /api/alerts/suppress                                | {"asset_key":"x","until_iso":"2020-01-01T00:00:00Z"}
            """)
    void what_makes_no_sense_is_refused(String method, String path, String body) {
        Answer answer = admin.send(method, path, JSON, body == null ? "" : body).expect(422);

        assertThat(answer.object().getJsonObject("error").getJsonArray("detail"))
                .isNotEmpty();
    }

    @Test
    void rules_are_made_listed_and_deleted_once() {
        JsonObject body = Http.json(
                Map.of("scope", "finding", "scope_value", "f-" + asset, "starts_at", past(60), "ends_at", past(-3600)));
        int id = admin.post("/api/suppression/rules", body).expect(201).object().getInt("id");

        assertThat(admin.get("/api/suppression/rules?scope=finding&active_only=true")
                        .expect(200)
                        .body())
                .contains("f-" + asset);
        admin.delete("/api/suppression/rules/" + id).expect(200);
        admin.delete("/api/suppression/rules/" + id).expect(404);
        JsonObject window = Http.json(Map.of("asset_key", "nobody-knows", "start_at", past(60), "end_at", past(-3600)));
        admin.post("/api/suppression/maintenance-windows", window).expect(404);
    }

    @Test
    void an_outage_in_a_window_is_told_when_the_window_is_deleted_and_an_ack_ends_with_the_outage() {
        createAsset();
        JsonObject ask = Http.json(Map.of("asset_key", asset, "start_at", past(60), "end_at", past(-3600)));
        int window = admin.post("/api/suppression/maintenance-windows", ask)
                .expect(201)
                .object()
                .getInt("id");
        Instant down = Instant.now();
        beside.derive(asset, AssetStatus.DOWN, down, 1);
        await().atMost(SOON).until(() -> isIn("suppressed"));
        assertThat(admin.post("/api/posture/alert/send", Http.json(Map.of()))
                        .expect(200)
                        .body())
                .doesNotContain(asset);
        assertThat(told("asset.down")).isZero();

        admin.delete("/api/suppression/maintenance-windows/" + window).expect(200);
        await().atMost(Duration.ofSeconds(45)).until(() -> isIn("firing") && told("asset.down") == 1);

        JsonObject one = Http.json(Map.of("asset_key", asset));
        admin.post("/api/alerts/ack", one).expect(200);
        assertThat(isIn("acked")).isTrue();
        beside.derive(asset, AssetStatus.UP, down.plusSeconds(1), 2);
        await().atMost(SOON).until(() -> isIn("resolved") && told("asset.recovered") == 1);
        admin.post("/api/alerts/ack", one).expect(409);
        beside.derive(asset, AssetStatus.DOWN, down.plusSeconds(2), 3);
        await().atMost(SOON).until(() -> isIn("firing"));
        assertThat(admin.post("/api/posture/alert/send", Http.json(Map.of()))
                        .expect(200)
                        .object()
                        .getBoolean("queued"))
                .isTrue();
        beside.derive(asset, AssetStatus.UP, down.plusSeconds(3), 4);
        await().atMost(SOON).until(() -> isIn("resolved"));
    }

    @Test
    void a_test_message_is_queued_for_the_notifier() {
        JsonObject queued = admin.post("/api/notifications/test", Http.json(Map.of()))
                .expect(200)
                .object();

        assertThat(queued.getBoolean("queued")).isTrue();
        assertThat(queued.getString("dedupe_key")).startsWith("test:");
        assertThat(audited("notification.test")).isPositive();
        Callers.viewer().post("/api/notifications/test", Http.json(Map.of())).expect(403);
    }

    @Test
    void analytics_tell_how_jobs_went() {
        JsonObject json =
                admin.get("/api/jobs/analytics?lookback_hours=24").expect(200).object();

        assertThat(json.keySet()).containsExactlyInAnyOrder("window", "totals", "by_job_type");
        assertThat(json.getJsonObject("totals").keySet()).contains("total_jobs", "p95_duration_seconds");
    }

    private void createAsset() {
        JsonObject probe = Http.json(Map.of("kind", "http", "url", "http://127.0.0.1:1/", "interval_seconds", 60));
        JsonObject body = Json.createObjectBuilder(Map.of("asset_key", asset, "type", "app", "name", "quiet"))
                .add("probe", probe)
                .build();
        admin.post("/api/assets", body).expect(201);
    }

    private static int id(JsonObject page) {
        return page.getJsonArray("items").getJsonObject(0).getInt("id");
    }

    private JsonObject verify(String query) {
        return admin.get("/api/audit/verify" + query).expect(200).object();
    }

    private static void tamper(String statement) {
        Beside.sql(
                "ALTER TABLE audit_events DISABLE TRIGGER USER",
                statement,
                "ALTER TABLE audit_events ENABLE TRIGGER USER");
    }

    private int audited(String action) {
        return admin.get("/api/audit?action=" + action)
                .expect(200)
                .object()
                .getJsonArray("items")
                .size();
    }

    private boolean isIn(String bucket) {
        return admin.get("/api/alerts").expect(200).object().getJsonArray(bucket).getValuesAs(JsonObject.class).stream()
                .anyMatch(item -> item.getString("asset_key").equals(asset));
    }

    /** How many messages of that kind name the asset. */
    private int told(String kind) {
        return Integer.parseInt(Beside.ask(
                "SELECT count(*) FROM outbox_events WHERE event_type = 'notify.requested' AND payload->>'kind' = '"
                        + kind + "' AND payload->>'asset_keys' LIKE '%" + asset + "%'"));
    }

    private static Map<String, String> letter(String event) {
        Map<String, String> letter = new HashMap<>(Map.of("event_id", event, "type", "notification"));
        letter.putAll(Map.of(
                "original_stream",
                StreamName.NOTIFY.wire(),
                "original_id",
                "3-0",
                "error",
                "notification_delivery_failed",
                "retryable",
                "true",
                "attempts",
                "5",
                "failed_at",
                "2026-05-04T07:21:00Z"));
        return letter;
    }

    private static String past(int seconds) {
        return Instant.now().minusSeconds(seconds).toString();
    }
}
