package io.secplat.workers.ingestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Notices when this process stood still: a pulse that should come every second came late. What timed out meanwhile says
 * nothing about its target.
 */
public final class StallWatch {

    private static final Duration LATE = Duration.ofMillis(1_500);

    private final Clock clock;
    private Instant lastPulse;
    private Instant lastStallEnd = Instant.MIN;

    public StallWatch(Clock clock) {
        this.clock = clock;
        this.lastPulse = clock.instant();
    }

    /** Says that the process runs; called every second. */
    public synchronized void pulse() {
        if (late()) {
            lastStallEnd = clock.instant();
        }
        lastPulse = clock.instant();
    }

    /** Whether the process stood still at some time since then. */
    public synchronized boolean since(Instant moment) {
        return late() || lastStallEnd.isAfter(moment);
    }

    private boolean late() {
        return Duration.between(lastPulse, clock.instant()).compareTo(LATE) > 0;
    }
}
