package io.secplat.api.outbox;

import io.secplat.runtime.Journal;
import io.secplat.stream.CourierMarker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Notices that the transport lost its data: a number kept beside the streams is gone, or older than the one written last.
 * Then every message without a recorded effect is published again. The number is put back only after that is stored, so a
 * crash in between repeats the recovery.
 */
public final class CourierWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final CourierMarker marker;
    private final LongSupplier lastPublished;
    private final List<Unsettled> unsettled;
    private final Clock clock;
    private final Journal journal;
    private Instant due = Instant.MIN;
    private long written;

    /**
     * @param lastPublished the highest id of a stream row that was published, here or by another server, also before a
     *     restart; 0 without one
     */
    public CourierWatch(
            CourierMarker marker, LongSupplier lastPublished, List<Unsettled> unsettled, Clock clock, Journal journal) {
        this.marker = marker;
        this.lastPublished = lastPublished;
        this.unsettled = List.copyOf(unsettled);
        this.clock = clock;
        this.journal = journal;
    }

    /** Looks at the number when two seconds have passed since the last look. */
    void check() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return;
        }
        written = Math.max(written, lastPublished.getAsLong());
        OptionalLong found = marker.read();
        if (found.isEmpty() || found.getAsLong() < written) {
            recover();
        }
        due = now.plus(INTERVAL);
    }

    /**
     * Rows up to this id were just published, and are not recorded as such yet. A number that is gone, or older than what was
     * published before, here or by another server, stays as it is and shows at the next check, which is then due at once.
     */
    void published(long id) {
        written = Math.max(written, lastPublished.getAsLong());
        long next = Math.max(id, written);
        if (marker.advance(written, next)) {
            written = next;
        } else {
            due = Instant.MIN;
        }
    }

    private void recover() {
        int rows = 0;
        for (Unsettled feature : unsettled) {
            rows += feature.republish();
        }
        marker.begin(written);
        journal.warn("outbox.recover", "done", Map.of("republished", rows));
    }
}
