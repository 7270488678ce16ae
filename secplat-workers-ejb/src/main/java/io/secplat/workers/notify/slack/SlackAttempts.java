package io.secplat.workers.notify.slack;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** When parcels were tried whose acceptance was not seen. Only what this process tried, and at most a thousand. Thread-safe. */
final class SlackAttempts {

    private static final int LIMIT = 1_000;

    /**
     * The times of one parcel.
     *
     * @param first when the first attempt began
     * @param last when the last one began or ended
     */
    record Times(Instant first, Instant last) {}

    private final Map<UUID, Times> open = new LinkedHashMap<>();

    synchronized void note(UUID key, Instant at) {
        Times before = open.remove(key);
        open.put(key, new Times(before == null ? at : before.first(), at));
        if (open.size() > LIMIT) {
            open.remove(open.keySet().iterator().next());
        }
    }

    synchronized void forget(UUID key) {
        open.remove(key);
    }

    synchronized Optional<Times> of(UUID key) {
        return Optional.ofNullable(open.get(key));
    }
}
