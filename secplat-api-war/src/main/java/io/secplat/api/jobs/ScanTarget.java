package io.secplat.api.jobs;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The asset of a job as the claim found it.
 *
 * @param name for {@code external_web} the host, optionally with {@code :port}
 * @param probe how the asset is checked, null when it is not
 */
public record ScanTarget(
        int assetId, String assetKey, String type, String name, boolean verified, @Nullable JsonObject probe) {

    private static final String SCANNABLE = "external_web";

    /** Why no worker may scan it; empty when one may. */
    public Optional<String> obstacle() {
        if (!type.equals(SCANNABLE)) {
            return Optional.of("Target is not external_web");
        }
        return verified ? Optional.empty() : Optional.of("Domain not verified");
    }

    /** The verified host, without its port. */
    public String host() {
        int colon = portColon();
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The port in the name, null when it has none. */
    public @Nullable Integer port() {
        int colon = portColon();
        return colon < 0 ? null : Integer.valueOf(name.substring(colon + 1));
    }

    /** What a worker is told. */
    public JsonObject json() {
        return new JsonWriter()
                .put("asset_id", assetId)
                .put("asset_key", assetKey)
                .put("type", type)
                .put("host", host())
                .put("port", port())
                .put("probe", probe == null ? JsonValue.NULL : probe)
                .build();
    }

    private int portColon() {
        int colon = name.lastIndexOf(':');
        boolean digits = colon > 0 && name.substring(colon + 1).matches("\\d{1,5}");
        return digits ? colon : -1;
    }
}
