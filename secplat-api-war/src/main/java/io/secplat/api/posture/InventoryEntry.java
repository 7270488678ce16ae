package io.secplat.api.posture;

import org.jspecify.annotations.Nullable;

/**
 * What the inventory says of an asset; null where it says nothing.
 *
 * @param probeIntervalSeconds null when the asset is not monitored
 */
public record InventoryEntry(
        String assetKey,
        String type,
        String name,
        @Nullable String owner,
        String environment,
        String criticality,
        boolean verified,
        @Nullable Integer probeIntervalSeconds) {

    /** Whether it is active and has a probe. */
    public boolean monitored() {
        return probeIntervalSeconds != null;
    }
}
