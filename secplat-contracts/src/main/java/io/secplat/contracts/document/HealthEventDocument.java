package io.secplat.contracts.document;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.IdempotencyKeys;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One health check of one asset at one tick. Documents of other writers may lack the newer members.
 *
 * @param timestamp the scheduled tick
 * @param success whether the check counts as good
 * @param code HTTP status, 0 when there is none
 * @param latencyMs wall time of the check in milliseconds; null when a foreign writer left it out
 * @param probeKind null when a foreign writer left it out
 * @param error why the check failed; null when it did not, or when a foreign writer left it out
 */
public record HealthEventDocument(
        AssetKey asset,
        Instant timestamp,
        boolean success,
        @Nullable Integer code,
        @Nullable Integer latencyMs,
        @Nullable ProbeKind probeKind,
        @Nullable ProbeError error) {

    private static final int HTTP_OK = 200;

    /** {@code <asset_key>@<tick, epoch seconds>}: writing the same check twice makes one document. */
    public String id() {
        return IdempotencyKeys.healthEvent(asset, timestamp);
    }

    /**
     * Reads a document of any writer; empty when it lacks an asset, a time, or both status and code. Status {@code up} or
     * code 200 is a success, unless an {@code error} says why the check failed all the same, as {@code body_mismatch} does.
     */
    public static Optional<HealthEventDocument> fromJson(JsonObject json) {
        JsonReader reader = new JsonReader(json);
        Optional<String> key = reader.text("asset").or(() -> reader.text("service"));
        Optional<Instant> timestamp = reader.time("@timestamp");
        Optional<String> status = reader.text("status");
        Optional<Integer> code = reader.integer("code");
        if (key.filter(AssetKey::isValid).isEmpty() || timestamp.isEmpty() || (status.isEmpty() && code.isEmpty())) {
            return Optional.empty();
        }
        Optional<String> error = reader.text("error");
        boolean success = status.filter("up"::equals).isPresent()
                || (error.isEmpty() && code.filter(c -> c == HTTP_OK).isPresent());
        return Optional.of(new HealthEventDocument(
                new AssetKey(key.get()),
                timestamp.get(),
                success,
                code.orElse(null),
                reader.integer("latency_ms").orElse(null),
                reader.text("probe_kind").flatMap(ProbeKind::of).orElse(null),
                error.flatMap(ProbeError::of).orElse(null)));
    }

    /** The document as the prober writes it. */
    public JsonObject toJson() {
        JsonWriter json = new JsonWriter()
                .put("@timestamp", timestamp)
                .put("service", asset.value().equals("secplat-api") ? "api" : asset.value())
                .put("asset", asset.value())
                .put("level", "health")
                .put("message", "healthcheck")
                .put("status", success ? "up" : "down")
                .put("status_num", success ? 1 : -2)
                .put("code", code == null ? 0 : code)
                .put("latency_ms", latencyMs == null ? 0 : latencyMs)
                .put("event_id", id())
                .put("org_id", "default")
                .putIfPresent("probe_kind", probeKind == null ? null : probeKind.wire())
                .putIfPresent("error", error == null ? null : error.wire());
        return json.build();
    }
}
