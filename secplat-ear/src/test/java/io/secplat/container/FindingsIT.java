package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The acceptance scenarios 44, 45, 53 and 68 of the API contract, except for incidents. */
@InContainer
class FindingsIT {

    private Http admin = new Http(ApiBench.BASE);
    private final String asset = "f-" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void an_asset() {
        admin = ApiBench.admin();
        admin.post("/api/assets", Http.json(Map.of("asset_key", asset, "type", "app", "name", asset)))
                .expect(201);
    }

    @Test
    void a_finding_is_new_once_and_updated_after() {
        JsonObject first = report(201);
        JsonObject again = report(200);

        assertThat(first.getBoolean("updated")).isFalse();
        assertThat(again.getBoolean("updated")).isTrue();
        assertThat(again.getInt("finding_id")).isEqualTo(first.getInt("finding_id"));
        assertThat(first.getString("risk_level")).isIn("medium", "high", "critical");
        assertThat(mine("")).singleElement().satisfies(found -> {
            assertThat(found.getString("finding_key")).isEqualTo(key);
            assertThat(found.getString("asset_key")).isEqualTo(asset);
            assertThat(found.getString("evidence")).isEqualTo("seen in an answer");
        });
        assertThat(Beside.ask("SELECT count(*) FROM outbox_events WHERE event_type = 'finding.created'"
                        + " AND payload->>'finding_key' = '" + key + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_batch_stores_the_good_and_names_the_bad() {
        JsonObject batch = Json.createObjectBuilder()
                .add(
                        "findings",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder(finding()))
                                .add(Json.createObjectBuilder()
                                        .add("finding_key", "untitled")
                                        .add("asset_key", asset)))
                .build();

        JsonObject answer = admin.post("/api/findings/batch", batch).expect(200).object();

        assertThat(answer.getInt("created")).isEqualTo(1);
        assertThat(answer.getInt("failed")).isEqualTo(1);
        assertThat(answer.getJsonArray("results").getValuesAs(JsonObject.class))
                .extracting(result -> result.getInt("status"))
                .containsExactly(201, 422);
        assertThat(mine("")).hasSize(1);
    }

    @Test
    void a_risk_is_accepted_until_a_day_to_come_and_a_state_is_one_of_four() {
        int id = report(201).getInt("finding_id");
        String accept = "/api/findings/" + id + "/accept-risk";

        admin.post(accept, until("soon")).expect(422);
        admin.post(accept, until(Instant.now().minusSeconds(60).toString())).expect(422);
        admin.patch("/api/findings/" + id + "/status", Http.json(Map.of("status", "forgotten")))
                .expect(422);
        admin.post(accept, until(Instant.now().plus(Duration.ofDays(30)).toString()))
                .expect(200);
        assertThat(mine("&status=accepted_risk")).hasSize(1);

        admin.patch("/api/findings/" + id + "/status", Http.json(Map.of("status", "remediated")))
                .expect(200);
        report(200);
        assertThat(mine("&status=open")).hasSize(1);
    }

    @Test
    void viewers_see_neither_evidence_nor_reasons() {
        int id = report(201).getInt("finding_id");
        admin.post(
                        "/api/findings/" + id + "/accept-risk",
                        until(Instant.now().plus(Duration.ofDays(1)).toString()))
                .expect(200);

        Answer seen = Callers.viewer().get("/api/findings?asset_key=" + asset);
        JsonObject finding = seen.expect(200).array().getJsonObject(0);

        assertThat(finding.isNull("evidence")).isTrue();
        assertThat(finding.isNull("accepted_risk_reason")).isTrue();
        assertThat(finding.getJsonObject("scanner_metadata_json")).isEmpty();
        assertThat(finding.getString("title")).isEqualTo("Missing CSP");
    }

    private JsonObject report(int status) {
        return admin.post("/api/findings", finding()).expect(status).object();
    }

    private JsonObject finding() {
        return Json.createObjectBuilder()
                .add("finding_key", key)
                .add("asset_key", asset)
                .add("title", "Missing CSP")
                .add("severity", "high")
                .add("evidence", "seen in an answer")
                .add("scanner_metadata_json", Json.createObjectBuilder().add("build", "7"))
                .build();
    }

    private List<JsonObject> mine(String filter) {
        return admin.get("/api/findings?asset_key=" + asset + filter)
                .expect(200)
                .array()
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject until(String time) {
        return Http.json(Map.of("reason", "behind a gateway", "expires_at", time));
    }
}
