package io.secplat.api.outbox;

import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The last look at the outbox, so that a scrape asks Postgres nothing. A look counts for {@link #LONGEST_AGE}, and no longer
 * once Postgres did not answer.
 */
public final class OutboxWatch {

    static final Duration INTERVAL = Duration.ofSeconds(15);
    static final Duration LONGEST_AGE = INTERVAL.multipliedBy(4);

    private record Look(Instant at, Optional<OutboxBacklog> backlog) {}

    private final Supplier<Optional<OutboxBacklog>> outbox;
    private final Clock clock;
    private volatile Look last = new Look(Instant.MIN, Optional.empty());

    /** @param outbox what waits now; empty while Postgres is away */
    public OutboxWatch(Supplier<Optional<OutboxBacklog>> outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks every {@link #INTERVAL}; {@code publish} runs once, after the first look. */
    static Worker worker(OutboxWatch watch, Runnable publish, Clock clock) {
        AtomicBoolean published = new AtomicBoolean();
        return new PeriodicWorker(Role.API, "outbox-look", INTERVAL, clock, () -> {
            watch.look();
            if (published.compareAndSet(false, true)) {
                publish.run();
            }
        });
    }

    /** Looks anew. */
    public void look() {
        last = new Look(clock.instant(), outbox.get());
    }

    /** What waited at the last look; empty when there is none that counts. */
    public Optional<OutboxBacklog> backlog() {
        Look look = last;
        return look.at().plus(LONGEST_AGE).isBefore(clock.instant()) ? Optional.empty() : look.backlog();
    }
}
