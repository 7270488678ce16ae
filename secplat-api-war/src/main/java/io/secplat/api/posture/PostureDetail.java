package io.secplat.api.posture;

import io.secplat.api.request.AccessRole;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.HealthEvents;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One asset's posture with what led to it.
 *
 * @param newest the newest raw event, the evidence
 * @param latencySloMs what a check may take
 */
public record PostureDetail(
        AssetState state,
        HealthEvents.Page timeline,
        Optional<HealthEventDocument> newest,
        Completeness completeness,
        int latencySloMs) {

    /** What callers of that role may see of it: the one place where posture hides something. Viewers see no evidence. */
    public JsonObject seenBy(AccessRole role) {
        return json(role == AccessRole.VIEWER ? Optional.empty() : newest);
    }

    private JsonObject json(Optional<HealthEventDocument> shown) {
        JsonArrayBuilder events = Json.createArrayBuilder();
        timeline.events().forEach(event -> events.add(event.toJson()));
        JsonValue evidence = shown.<JsonValue>map(HealthEventDocument::toJson).orElse(JsonValue.NULL);
        return new JsonWriter()
                .put("state", state.json())
                .put("timeline", events.build())
                .put("timeline_next_cursor", timeline.nextCursor().orElse(null))
                .put("evidence", evidence)
                .put("recommendations", Recommendations.of(state, latencyOk()))
                .put("expected_interval_sec", completeness.intervalSeconds())
                .put("data_completeness", completeness.json())
                .put("latency_slo_ms", latencySloMs)
                .put("latency_slo_ok", latencyOk())
                .put("error_rate_24h", completeness.errorRate())
                .put("reason_display", reasonDisplay())
                .build();
    }

    /** Whether the newest check was fast enough; an unknown latency counts as such. */
    boolean latencyOk() {
        return newest.map(HealthEventDocument::latencyMs)
                .map(latency -> latency <= latencySloMs)
                .orElse(true);
    }

    private @Nullable String reasonDisplay() {
        return state.reason() != null ? state.reason() : latencyOk() ? null : "latency_slo_breach";
    }
}
