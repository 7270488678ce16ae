package io.secplat.workers.ingestion;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.ProbeError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Carries out checks, so many at once and no more. A check that cannot begin in its own interval, or fails for want of
 * local resources, is skipped: it is counted and leaves no event. One that the guard does not allow leaves none either.
 */
public final class CheckRunner {

    private final Prober prober;
    private final Executor executor;
    private final int atOnce;
    private final StallWatch stalls;
    private final Clock clock;
    private final CheckOutcomes outcomes;

    private final Map<AssetKey, Check> waiting = new LinkedHashMap<>();
    private final AtomicLong skipped = new AtomicLong();
    private int runners;

    public CheckRunner(
            Prober prober, Executor executor, int atOnce, StallWatch stalls, Clock clock, CheckOutcomes outcomes) {
        this.prober = prober;
        this.executor = executor;
        this.atOnce = atOnce;
        this.stalls = stalls;
        this.clock = clock;
        this.outcomes = outcomes;
    }

    /** Begins these checks as threads become free; a newer check of an asset takes the place of one that still waits. */
    public void start(Collection<Check> checks) {
        for (int more = admit(checks); more > 0; more--) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException | OutOfMemoryError noThread) {
                giveUp(more);
                return;
            }
        }
    }

    /** Checks that left no event by our own fault, since the start. */
    public long skipped() {
        return skipped.get();
    }

    private synchronized int admit(Collection<Check> checks) {
        for (Check check : checks) {
            if (waiting.put(check.asset().key(), check) != null) {
                skip();
            }
        }
        int more = Math.min(atOnce - runners, waiting.size());
        runners += more;
        return more;
    }

    private void skip() {
        skipped.incrementAndGet();
        outcomes.figures().skipped();
    }

    private synchronized void giveUp(int unused) {
        runners -= unused;
    }

    private void work() {
        Check check = next();
        while (check != null) {
            run(check);
            check = next();
        }
    }

    private synchronized @Nullable Check next() {
        Iterator<Check> first = waiting.values().iterator();
        if (!first.hasNext()) {
            runners--;
            return null;
        }
        Check check = first.next();
        first.remove();
        return check;
    }

    private void run(Check check) {
        Instant began = clock.instant();
        outcomes.figures().began(Duration.between(check.tick(), began));
        CheckResult result = check.isOver(began) ? new CheckResult.Unknown("interval_over") : ask(check, began);
        int latencyMs =
                (int) Math.max(0, Duration.between(began, clock.instant()).toMillis());
        if (result instanceof CheckResult.Up up) {
            outcomes.results().accept(event(check, up.code(), latencyMs, null));
        } else if (result instanceof CheckResult.Down down) {
            outcomes.results().accept(event(check, down.code(), latencyMs, down.error()));
        } else if (result instanceof CheckResult.Refused no) {
            outcomes.refused().note(check.asset(), no);
        } else {
            skip();
        }
    }

    private CheckResult ask(Check check, Instant began) {
        try {
            CheckResult result = prober.check(check.asset().probe());
            boolean timeout = result instanceof CheckResult.Down down && down.error() == ProbeError.TIMEOUT;
            return timeout && stalls.since(began) ? new CheckResult.Unknown("stalled") : result;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError ourFault) {
            return new CheckResult.Unknown(ourFault.getClass().getSimpleName());
        }
    }

    private static HealthEventDocument event(Check check, int code, int latencyMs, @Nullable ProbeError error) {
        return new HealthEventDocument(
                check.asset().key(),
                check.tick(),
                error == null,
                code,
                latencyMs,
                check.asset().probe().kind(),
                error);
    }
}
