package io.secplat.api.assets;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What users say about an asset.
 *
 * @param name for {@link AssetType#EXTERNAL_WEB} the domain, optionally with {@code :port}
 * @param port 1 to 65 535
 * @param probe null = not monitored
 */
public record AssetFields(
        AssetKey key,
        AssetType type,
        String name,
        Owner owner,
        Labels labels,
        @Nullable String address,
        @Nullable Integer port,
        boolean active,
        @Nullable Probe probe) {

    /** An app with every default. */
    static AssetFields app(AssetKey key, String name, @Nullable Probe probe) {
        return new AssetFields(key, AssetType.APP, name, Owner.NOBODY, Labels.DEFAULT, null, null, true, probe);
    }

    /** Whether it is probed, derived and alerted. */
    public boolean monitored() {
        return active && probe != null;
    }

    /** Whether a proof of the other's domain holds for this one as well. */
    boolean samePlaceAs(AssetFields other) {
        return type == other.type
                && name.equals(other.name)
                && Objects.equals(address, other.address)
                && Objects.equals(port, other.port);
    }
}
