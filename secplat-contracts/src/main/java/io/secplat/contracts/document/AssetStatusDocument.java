package io.secplat.contracts.document;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The current posture of one asset; members and their meaning stand in the index contract, section 4. */
public record AssetStatusDocument(
        Instant timestamp,
        AssetKey assetKey,
        String name,
        String type,
        String environment,
        String owner,
        String ownerTeam,
        int criticality,
        AssetStatus status,
        @Nullable Integer code,
        @Nullable Integer latencyMs,
        @Nullable Instant lastSeen,
        long stalenessSeconds,
        int postureScore,
        PostureState postureState,
        Instant lastStatusChange,
        double confidence,
        boolean flapping,
        double flapPercent,
        @Nullable AssetStatus pendingStatus,
        int consecutiveFailures,
        int consecutiveSuccesses,
        @Nullable Instant lastGoodAt,
        @Nullable Integer lastGoodCode,
        @Nullable Integer lastGoodLatencyMs,
        @Nullable String reason,
        @Nullable Instant derivedAtEventTs,
        long version) {

    public AssetStatusDocument {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0..1, was " + confidence);
        }
    }

    /** Reads a document that the deriver wrote. */
    public static AssetStatusDocument fromJson(JsonObject json) {
        JsonReader in = new JsonReader(json);
        return new AssetStatusDocument(
                JsonReader.required("@timestamp", in.time("@timestamp")),
                new AssetKey(JsonReader.required("asset_key", in.text("asset_key"))),
                in.text("name").orElse(""),
                in.text("type").orElse(""),
                in.text("environment").orElse("dev"),
                in.text("owner").orElse(""),
                in.text("owner_team").orElse(""),
                in.integer("criticality").orElse(3),
                in.text("status").flatMap(AssetStatus::of).orElse(AssetStatus.UNKNOWN),
                in.integer("code").orElse(null),
                in.integer("latency_ms").orElse(null),
                in.time("last_seen").orElse(null),
                in.longInteger("staleness_seconds").orElse(0L),
                in.integer("posture_score").orElse(0),
                in.text("posture_state").flatMap(PostureState::of).orElse(PostureState.RED),
                JsonReader.required("last_status_change", in.time("last_status_change")),
                in.decimal("confidence").orElse(0.0),
                in.bool("flapping").orElse(false),
                in.decimal("flap_percent").orElse(0.0),
                in.text("pending_status").flatMap(AssetStatus::of).orElse(null),
                in.integer("consecutive_failures").orElse(0),
                in.integer("consecutive_successes").orElse(0),
                in.time("last_good_at").orElse(null),
                in.integer("last_good_code").orElse(null),
                in.integer("last_good_latency_ms").orElse(null),
                in.text("reason").orElse(null),
                in.time("derived_at_event_ts").orElse(null),
                in.longInteger("version").orElse(0L));
    }

    public JsonObject toJson() {
        return new JsonWriter()
                .put("@timestamp", timestamp)
                .put("asset_key", assetKey.value())
                .put("name", name)
                .put("type", type)
                .put("environment", environment)
                .put("owner", owner)
                .put("owner_team", ownerTeam)
                .put("criticality", criticality)
                .put("status", status.wire())
                .put("status_num", status.number())
                .put("code", code)
                .put("latency_ms", latencyMs)
                .put("last_seen", lastSeen)
                .put("source_event_timestamp", lastSeen)
                .put("staleness_seconds", stalenessSeconds)
                .put("posture_score", postureScore)
                .put("posture_state", postureState.wire())
                .put("last_status_change", lastStatusChange)
                .put("confidence", confidence)
                .put("flapping", flapping)
                .put("flap_percent", flapPercent)
                .put("pending_status", pendingStatus == null ? null : pendingStatus.wire())
                .put("consecutive_failures", consecutiveFailures)
                .put("consecutive_successes", consecutiveSuccesses)
                .put("last_good_at", lastGoodAt)
                .put("last_good_code", lastGoodCode)
                .put("last_good_latency_ms", lastGoodLatencyMs)
                .put("reason", reason)
                .put("derived_at_event_ts", derivedAtEventTs)
                .put("version", version)
                .build();
    }
}
