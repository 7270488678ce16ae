package io.secplat.search.opensearch;

import io.secplat.search.HealthEvents.Tally;

/**
 * Counts that add up.
 *
 * @param timed checks that tell how long they took
 * @param latencySumMs the wall time of those
 */
record Sums(long checks, long successes, long timed, long latencySumMs) {

    static final Sums NONE = new Sums(0, 0, 0, 0);

    Sums and(Sums other) {
        return new Sums(
                checks + other.checks,
                successes + other.successes,
                timed + other.timed,
                latencySumMs + other.latencySumMs);
    }

    Tally tally() {
        return new Tally(checks, successes, timed == 0 ? null : (double) latencySumMs / timed);
    }
}
