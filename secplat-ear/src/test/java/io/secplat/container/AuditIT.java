package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record of changes, as clients see it. */
@InContainer
class AuditIT {

    private static final String JSON = "application/json";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Http admin = new Http(ApiBench.BASE);
    private final String asset = "audited-" + UUID.randomUUID();

    @BeforeEach
    void sign_in() {
        admin.signIn("admin", ApiBench.PASSWORD);
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
        ApiBench.createAsset(admin, asset);
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
        ApiBench.createAsset(admin, asset);
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
}
