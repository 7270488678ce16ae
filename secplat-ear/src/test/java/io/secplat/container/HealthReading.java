package io.secplat.container;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What a server tells of its health at one moment. */
record HealthReading(boolean live, boolean ready, List<JsonObject> checks) {

    static HealthReading of(Http server) {
        Answer ready = server.get("/health/ready");
        return new HealthReading(
                server.get("/health/live").status() == 200,
                ready.status() == 200,
                ready.object().getJsonArray("checks").getValuesAs(JsonObject.class));
    }

    /** In the words of docs/OPERATIONS.md. */
    String words() {
        String inService = checks.stream().anyMatch(check -> data(check).getBoolean("degraded", false))
                ? "ready, degraded"
                : "ready";
        return (live ? "live, " : "not live, ") + (ready ? inService : "not ready");
    }

    /** What one check tells; empty without it. */
    JsonObject data(String name) {
        return checks.stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .map(HealthReading::data)
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
    }

    /** When that check last changed. */
    Instant since(String name) {
        return Instant.parse(data(name).getString("since"));
    }

    private static JsonObject data(JsonObject check) {
        return check.containsKey("data") ? check.getJsonObject("data") : JsonObject.EMPTY_JSON_OBJECT;
    }
}
