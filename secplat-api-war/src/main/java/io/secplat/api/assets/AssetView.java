package io.secplat.api.assets;

import io.secplat.api.request.Caller;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.Probe;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** An asset as a caller may see it; the only place that knows what viewers do not. */
final class AssetView {

    private AssetView() {}

    static JsonObject of(Asset asset, Caller caller, VerificationRules rules) {
        AssetFields fields = asset.fields();
        boolean hidden = caller.isViewer();
        JsonWriter json = new JsonWriter()
                .put("asset_id", asset.id())
                .put("asset_key", fields.key().value())
                .put("type", fields.type().wire())
                .put("name", fields.name());
        owner(json, fields.owner(), hidden);
        labels(json, fields.labels(), hidden);
        verification(json, asset.verification(), hidden);
        return json.put("verification_expires_at", rules.endOf(asset))
                .put("address", hidden ? null : fields.address())
                .put("port", hidden ? null : fields.port())
                .put("is_active", fields.active())
                .put("probe", probe(fields.probe(), hidden))
                .put("created_at", asset.createdAt())
                .put("updated_at", asset.updatedAt())
                .build();
    }

    private static void owner(JsonWriter json, Owner owner, boolean hidden) {
        JsonWriter unused = json.put("owner", owner.name())
                .put("owner_team", owner.team())
                .put("owner_email", hidden ? null : owner.email());
    }

    private static void labels(JsonWriter json, Labels labels, boolean hidden) {
        JsonWriter unused = json.put("asset_type", labels.assetType())
                .put("environment", labels.environment())
                .put("criticality", labels.criticality().wire())
                .put("tags", labels.tags())
                .put("metadata", hidden ? JsonValue.EMPTY_JSON_OBJECT : labels.metadata());
    }

    private static void verification(JsonWriter json, Verification verification, boolean hidden) {
        VerificationMethod method = verification.method();
        JsonWriter unused = json.put("verified", verification.verified())
                .put("verification_method", method == null ? null : method.wire())
                .put("verification_token", hidden ? null : verification.token())
                .put("verified_at", verification.at());
    }

    private static JsonValue probe(@Nullable Probe probe, boolean hidden) {
        if (probe == null) {
            return JsonValue.NULL;
        }
        return hidden
                ? new JsonWriter()
                        .put("kind", probe.kind().wire())
                        .put("interval_seconds", probe.intervalSeconds())
                        .build()
                : probe.toJson();
    }
}
