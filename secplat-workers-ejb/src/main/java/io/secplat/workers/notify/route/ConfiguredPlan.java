package io.secplat.workers.notify.route;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The plan by which this notifier works: read when it is first asked for, and again whenever it is renewed. Safe for several threads. */
public final class ConfiguredPlan implements Supplier<RoutePlan> {

    /**
     * What counts.
     *
     * @param since when this process began with the plan
     * @param refused what is wrong with the one that is written now; empty when that is the plan which counts
     */
    public record Standing(RoutePlan plan, Instant since, Optional<String> refused) {}

    private final Supplier<PlanSource> source;
    private final Clock clock;
    private volatile @Nullable Standing standing;

    /** @param source asked at each reading where the plan is written */
    public ConfiguredPlan(Supplier<PlanSource> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Throws {@link InvalidPlanException} as long as there was none that can be used. */
    @Override
    public RoutePlan get() {
        return standing().plan();
    }

    /** As {@link #get}, with how it came to be. */
    public Standing standing() {
        Standing known = standing;
        return known == null ? begin() : known;
    }

    private synchronized Standing begin() {
        Standing known = standing;
        return known == null ? keep(new Standing(read(), clock.instant(), Optional.empty())) : known;
    }

    /** Reads the plan again. A changed one counts from now on; of a wrong one only what is wrong with it is kept. */
    public synchronized Standing renew() {
        Standing known = standing();
        try {
            RoutePlan read = read();
            Instant since = read.equals(known.plan()) ? known.since() : clock.instant();
            return keep(new Standing(read, since, Optional.empty()));
        } catch (InvalidPlanException e) {
            return keep(new Standing(known.plan(), known.since(), Optional.of(String.valueOf(e.getMessage()))));
        }
    }

    private RoutePlan read() {
        return source.get().load();
    }

    private Standing keep(Standing now) {
        standing = now;
        return now;
    }
}
