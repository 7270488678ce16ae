package io.secplat.api.assets;

import io.secplat.api.request.Body;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.guard.Endpoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a caller says about an asset: members that are not sent keep what was there before. */
final class AssetForm {

    private static final int LONG = 512;
    private static final AssetFields BLANK = AssetFields.app(new AssetKey("new"), "", null);
    private static final List<String> NOT_CHANGED_HERE = List.of(
            "asset_key",
            "verified",
            "verification_method",
            "verification_token",
            "verified_at",
            "verification_expires_at");
    private static final List<String> NEVER_NULL =
            List.of("type", "name", "asset_type", "environment", "criticality", "is_active", "tags", "metadata");

    private final Body body;
    private final AssetFields before;

    private AssetForm(Body body, AssetFields before) {
        this.body = body;
        this.before = before;
    }

    /** A new asset; throws the validation problem with everything that is wrong. */
    static AssetFields create(Body body) {
        AssetForm form = new AssetForm(body, BLANK);
        AssetKey key = body.requiredChoice("asset_key", AssetForm::key, "a key that is not reserved", BLANK.key());
        AssetType type = body.requiredChoice("type", AssetType::of, AssetType.EXPECTED, AssetType.APP);
        String name = body.requiredText("name", LONG);
        return form.read(key, type, name);
    }

    /** The fields after a change; throws the validation problem with everything that is wrong. */
    static AssetFields change(Body body, AssetFields before) {
        AssetForm form = new AssetForm(body, before);
        NOT_CHANGED_HERE.forEach(name -> body.refuse(name, name + " cannot be changed here"));
        NEVER_NULL.stream()
                .filter(body::isNull)
                .forEach(name -> body.violation(name, "missing", name + " must not be null"));
        AssetType type = body.choice("type", AssetType::of, AssetType.EXPECTED).orElse(before.type());
        String name = body.has("name") && !body.isNull("name") ? body.requiredText("name", LONG) : before.name();
        return form.read(before.key(), type, name);
    }

    private AssetFields read(AssetKey key, AssetType type, String name) {
        if (type == AssetType.EXTERNAL_WEB && !name.isEmpty() && !isDomain(name)) {
            body.violation("name", "value_error", "name must be a domain, optionally with :port");
        }
        AssetFields fields = new AssetFields(
                key,
                type,
                name,
                owner(),
                labels(),
                text("address", before.address()),
                kept("port", body.integer("port", 1, 65_535), before.port()),
                body.bool("is_active").orElse(before.active()),
                probe());
        body.check();
        return fields;
    }

    private Owner owner() {
        return new Owner(
                text("owner", before.owner().name()),
                text("owner_team", before.owner().team()),
                text("owner_email", before.owner().email()));
    }

    private Labels labels() {
        Labels old = before.labels();
        return new Labels(
                body.text("asset_type", LONG).orElse(old.assetType()),
                body.text("environment", LONG).orElse(old.environment()),
                body.choice("criticality", Criticality::of, Criticality.EXPECTED)
                        .orElse(old.criticality()),
                body.texts("tags").orElse(old.tags()),
                body.object("metadata").orElse(old.metadata()));
    }

    private @Nullable Probe probe() {
        return kept("probe", body.nested("probe").map(ProbeForm::read), before.probe());
    }

    private @Nullable String text(String name, @Nullable String old) {
        return kept(name, body.text(name, LONG), old);
    }

    /** What was sent, null included; otherwise what was there. */
    private <T> @Nullable T kept(String name, Optional<T> sent, @Nullable T old) {
        return body.has(name) ? sent.orElse(null) : old;
    }

    private static Optional<AssetKey> key(String text) {
        return AssetKey.isValid(text) && !AssetKey.RESERVED.contains(text)
                ? Optional.of(new AssetKey(text))
                : Optional.empty();
    }

    private static boolean isDomain(String name) {
        try {
            return Endpoint.parse(name, 443).port() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
