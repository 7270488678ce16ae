package io.secplat.search.opensearch;

import java.util.Locale;

/** When a write becomes visible to searches. */
enum Refresh {
    /**
     * At once, at the price of a small segment. Right for the status and asset indices: they are small, have one shard, and
     * are written a few times a minute, and whoever is told of a change must find it in the next list.
     */
    TRUE,

    /**
     * With the next periodic refresh, which the write waits for. Right for events: many small writes share one segment, and the
     * deriver, told after the write, still sees them all.
     */
    WAIT_FOR;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
