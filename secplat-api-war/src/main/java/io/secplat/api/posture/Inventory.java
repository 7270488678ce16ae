package io.secplat.api.posture;

import io.secplat.search.PostureFilter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assets as posture needs them; each method is one query. */
public interface Inventory {

    /** What is known of some assets, and how many unmonitored ones match a filter (0 when nobody asked). */
    record Overlay(Map<String, InventoryEntry> known, long unmonitored) {}

    /** Some unmonitored assets by key ascending, and how many match in all. */
    record Unmonitored(long total, List<InventoryEntry> entries) {}

    /** These assets by key; unknown ones are absent. */
    Map<String, InventoryEntry> find(Collection<String> assetKeys);

    /** As {@link #find}, and how many unmonitored assets match; the status of the filter is ignored. */
    Overlay overlay(Collection<String> assetKeys, PostureFilter counted);

    /** Unmonitored assets that match, after that key; the status of the filter is ignored. */
    Unmonitored unmonitored(PostureFilter filter, Optional<String> after, int limit);

    /** How many unmonitored assets match; the status of the filter is ignored. */
    long countUnmonitored(PostureFilter filter);

    /** The keys of all monitored assets. */
    List<String> monitored();
}
