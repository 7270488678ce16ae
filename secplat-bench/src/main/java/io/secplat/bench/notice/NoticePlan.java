package io.secplat.bench.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much is done in a seed.
 *
 * @param messages published while nodes die
 * @param claimIdle how long what a dead node had in hand lies untouched before another takes it over
 * @param grouped whether notifiers gather what comes together
 * @param services who is told
 */
record NoticePlan(
        int messages,
        int replicas,
        int kills,
        Duration claimIdle,
        boolean grouped,
        List<Service> services,
        Outage outage) {

    private static final int FEWEST_ASSETS = 200;

    /** Between two strikes on average. */
    private static final Duration REST = Duration.ofMillis(900);

    /**
     * One service fails for long, once in a seed.
     *
     * @param length zero for none
     * @param of empty leaves the choice to the seed
     */
    record Outage(Duration length, Optional<Service> of) {

        static final Outage NONE = new Outage(Duration.ZERO, Optional.empty());
    }

    NoticePlan {
        services = List.copyOf(services);
        if (services.stream().map(Service::channel).distinct().count() < services.size()) {
            throw new IllegalArgumentException("webhook and slack are two ways to one channel: choose one");
        }
    }

    /** Strikes of other kinds for each so many kills, at least one. */
    int others(int share) {
        return Math.max(1, kills / share);
    }

    /** So many that the busiest have some dozens of messages each, however long the seed is. */
    int assets() {
        return Math.max(FEWEST_ASSETS, messages / 10);
    }

    /** Posts that are awaited between two strikes: half of those that should come, and fewer in groups. */
    int wordsBetween(int strikes) {
        return Math.max(1, messages * services.size() / strikes / (grouped ? 8 : 2));
    }

    /** Between two messages, so that they last for as long as the strikes do. */
    Duration pace(int strikes) {
        return REST.multipliedBy(strikes).dividedBy(Math.max(1, messages));
    }
}
