package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Scan jobs and their findings as a client of the API sees them. */
record Scans(Http api) {

    int start(int assetId, String type) {
        JsonObject body = Json.createObjectBuilder()
                .add("job_type", type)
                .add("target_asset_id", assetId)
                .add("force", true)
                .build();
        return api.post("/api/jobs", body).expect(201).object().getInt("job_id");
    }

    int assetId(String key) {
        return api.get("/api/assets/by-key/" + key).expect(200).object().getInt("asset_id");
    }

    /** Registers a site under that key and proves its ownership. */
    int register(String key, SlowSite site) {
        JsonObject asset = api.post(
                        "/api/assets", Http.json(Map.of("asset_key", key, "type", "external_web", "name", site.name())))
                .expect(201)
                .object();
        site.prove(asset.getString("verification_token"));
        int id = asset.getInt("asset_id");
        api.post("/api/assets/" + id + "/verify", Http.json(Map.of("method", "well_known")))
                .expect(200);
        return id;
    }

    JsonObject job(int id) {
        return api.get("/api/jobs/" + id).expect(200).object();
    }

    JsonObject awaitStatus(int job, String status) {
        await().atMost(Platform.PATIENCE)
                .untilAsserted(() -> assertThat(job(job).getString("status")).isEqualTo(status));
        return job(job);
    }

    List<String> findingKeys(String assetKey) {
        return api
                .get("/api/findings?limit=500&asset_key=" + assetKey)
                .expect(200)
                .array()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(finding -> finding.getString("finding_key"))
                .toList();
    }
}
