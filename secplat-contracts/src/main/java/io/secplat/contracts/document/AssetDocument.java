package io.secplat.contracts.document;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.ProbeKind;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mirror of one inventory row that the deriver and dashboards read: the asset without its secrets, addresses and
 * probe, plus whether and how often it is probed.
 */
public record AssetDocument(
        int assetId,
        AssetKey assetKey,
        String type,
        String name,
        @Nullable String owner,
        @Nullable String ownerTeam,
        String assetType,
        String environment,
        String criticality,
        boolean verified,
        @Nullable String verificationMethod,
        @Nullable Instant verifiedAt,
        boolean active,
        List<String> tags,
        boolean monitored,
        @Nullable ProbeKind probeKind,
        @Nullable Integer probeIntervalSeconds,
        Instant createdAt,
        Instant updatedAt) {

    public AssetDocument {
        tags = List.copyOf(tags);
    }

    /** Reads a document that the API wrote. */
    public static AssetDocument fromJson(JsonObject json) {
        JsonReader in = new JsonReader(json);
        return new AssetDocument(
                in.integer("asset_id").orElse(0),
                new AssetKey(JsonReader.required("asset_key", in.text("asset_key"))),
                in.text("type").orElse(""),
                in.text("name").orElse(""),
                in.text("owner").orElse(null),
                in.text("owner_team").orElse(null),
                in.text("asset_type").orElse("service"),
                in.text("environment").orElse("dev"),
                in.text("criticality").orElse("medium"),
                in.bool("verified").orElse(false),
                in.text("verification_method").orElse(null),
                in.time("verified_at").orElse(null),
                in.bool("is_active").orElse(true),
                in.texts("tags"),
                in.bool("monitored").orElse(false),
                in.text("probe_kind").flatMap(ProbeKind::of).orElse(null),
                in.integer("probe_interval_seconds").orElse(null),
                JsonReader.required("created_at", in.time("created_at")),
                JsonReader.required("updated_at", in.time("updated_at")));
    }

    public JsonObject toJson() {
        return new JsonWriter()
                .put("asset_id", assetId)
                .put("asset_key", assetKey.value())
                .put("type", type)
                .put("name", name)
                .put("owner", owner)
                .put("owner_team", ownerTeam)
                .put("asset_type", assetType)
                .put("environment", environment)
                .put("criticality", criticality)
                .put("verified", verified)
                .put("verification_method", verificationMethod)
                .put("verified_at", verifiedAt)
                .put("is_active", active)
                .put("tags", tags)
                .put("monitored", monitored)
                .put("probe_kind", probeKind == null ? null : probeKind.wire())
                .put("probe_interval_seconds", probeIntervalSeconds)
                .put("created_at", createdAt)
                .put("updated_at", updatedAt)
                .build();
    }
}
