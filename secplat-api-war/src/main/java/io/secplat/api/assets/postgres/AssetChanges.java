package io.secplat.api.assets.postgres;

import io.secplat.api.assets.Asset;
import io.secplat.api.assets.AssetFields;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Which parts of an asset a change touched, for the audit; values stay out, since some are for few eyes. */
final class AssetChanges {

    private AssetChanges() {}

    static JsonObject between(Asset before, Asset after) {
        List<String> changed = new ArrayList<>();
        note(changed, "type", before, after, AssetFields::type);
        note(changed, "name", before, after, AssetFields::name);
        note(changed, "owner", before, after, fields -> fields.owner().name());
        note(changed, "owner_team", before, after, fields -> fields.owner().team());
        note(changed, "owner_email", before, after, fields -> fields.owner().email());
        note(changed, "asset_type", before, after, fields -> fields.labels().assetType());
        note(changed, "environment", before, after, fields -> fields.labels().environment());
        note(changed, "criticality", before, after, fields -> fields.labels().criticality());
        note(changed, "tags", before, after, fields -> fields.labels().tags());
        note(changed, "metadata", before, after, fields -> fields.labels().metadata());
        note(changed, "address", before, after, AssetFields::address);
        note(changed, "port", before, after, AssetFields::port);
        note(changed, "is_active", before, after, AssetFields::active);
        note(changed, "probe", before, after, AssetFields::probe);
        boolean unproven =
                before.verification().verified() && !after.verification().verified();
        return new JsonWriter()
                .put("changed", changed)
                .put("verification_reset", unproven)
                .build();
    }

    private static void note(
            List<String> changed, String name, Asset before, Asset after, Function<AssetFields, Object> part) {
        if (!Objects.equals(part.apply(before.fields()), part.apply(after.fields()))) {
            changed.add(name);
        }
    }
}
