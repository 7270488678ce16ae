package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.contracts.model.AssetStatus;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps alerts quiet: maintenance windows, rules and acknowledgements. */
@InContainer
class SuppressionIT {

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
        ApiBench.createAsset(admin, asset);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            POST   | /api/suppression/rules                              | {"scope":"asset","starts_at":"2026-05-04T07:00:00Z","ends_at":"2026-05-04T08:00:00Z"}
            POST   | /api/suppression/rules                              | {"scope":"all","starts_at":"2026-05-04T08:00:00Z","ends_at":"2026-05-04T08:00:00Z"}
            POST   | /api/suppression/maintenance-windows                | {"asset_key":"x"}
            POST   | /api/alerts/suppress                                | {"asset_key":"x","until_iso":"2020-01-01T00:00:00Z"}
            """)
    void what_makes_no_sense_is_refused(String method, String path, String body) {
        Answer answer = admin.send(method, path, JSON, body == null ? "" : body).expect(422);

        assertThat(answer.object().getJsonObject("error").getJsonArray("detail"))
                .isNotEmpty();
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

    private static String past(int seconds) {
        return Instant.now().minusSeconds(seconds).toString();
    }
}
