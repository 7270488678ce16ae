package io.secplat.bench.notice;

import java.time.Duration;

/**
 * How much is done in a seed.
 *
 * @param messages published while nodes die
 * @param claimIdle how long what a dead node had in hand lies untouched before another takes it over
 * @param grouped whether notifiers gather what comes together
 */
record NoticePlan(int messages, int replicas, int kills, Duration claimIdle, boolean grouped) {

    /** Between two strikes on average. */
    private static final Duration REST = Duration.ofMillis(900);

    static final int ASSETS = 200;

    /** Strikes of other kinds for each so many kills, at least one. */
    int others(int share) {
        return Math.max(1, kills / share);
    }

    /** Between two messages, so that they last for as long as the strikes do. */
    Duration pace() {
        return REST.multipliedBy(kills + kills / 2).dividedBy(Math.max(1, messages));
    }
}
