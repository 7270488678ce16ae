package io.secplat.api.posture;

import io.secplat.search.PostureFilter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assets as posture needs them. */
public interface Inventory {

    /** These assets by key, in one query; unknown ones are absent. */
    Map<String, InventoryEntry> find(Collection<String> assetKeys);

    /** Unmonitored assets that match (the status of the filter is ignored), by key ascending, after that key. */
    List<InventoryEntry> unmonitored(PostureFilter filter, Optional<String> after, int limit);

    /** How many unmonitored assets match; the status of the filter is ignored. */
    long countUnmonitored(PostureFilter filter);
}
