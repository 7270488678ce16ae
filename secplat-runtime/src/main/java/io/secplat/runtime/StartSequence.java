package io.secplat.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The start steps of this server's roles, one after another. A step that fails is tried again after 1 s, 2 s, 4 s, 8 s and
 * from then on every 10 s, since what it needs may only be away; a step that checks settings is not.
 */
public final class StartSequence {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final List<StartStep> settings;
    private final List<StartStep> others;
    private final Journal journal;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile String current = "not begun";
    private volatile boolean done;
    private volatile @Nullable String lastError;

    public StartSequence(Collection<StartStep> steps, Roles roles, Journal journal) {
        List<StartStep> mine = steps.stream()
                .filter(step -> roles.has(step.role()))
                .sorted(Comparator.comparingInt(StartStep::order))
                .toList();
        this.settings =
                mine.stream().filter(step -> step.order() < StartStep.SCHEMA).toList();
        this.others =
                mine.stream().filter(step -> step.order() >= StartStep.SCHEMA).toList();
        this.journal = journal;
    }

    /** Runs the steps that check settings; what they throw says which setting is wrong, and the server must not start. */
    public void checkSettings() {
        settings.forEach(StartStep::run);
    }

    /** Runs the other steps until all are done; false when {@link #stop} came first. */
    public boolean complete() throws InterruptedException {
        for (StartStep step : others) {
            current = step.name();
            if (!succeed(step)) {
                return false;
            }
        }
        current = "done";
        done = true;
        return true;
    }

    /** Whether every step is done. */
    public boolean isDone() {
        return done;
    }

    /** The name of the step at work, for health. */
    public String current() {
        return current;
    }

    /** The class of the last error of a step; null while there was none. */
    public @Nullable String lastError() {
        return lastError;
    }

    /** Gives up steps that wait to be tried again. */
    public void stop() {
        stop.countDown();
    }

    private boolean succeed(StartStep step) throws InterruptedException {
        for (int failures = 0; !tryOnce(step, failures); failures++) {
            Duration pause = Duration.ofSeconds(1L << Math.min(failures, 4));
            long nanos = (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos();
            if (stop.await(nanos, TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    private boolean tryOnce(StartStep step, int failures) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            lastError = e.getClass().getSimpleName();
            if (failures == 0) {
                journal.warn(
                        "start." + step.name(),
                        "waiting",
                        Map.of("error", e.getClass().getSimpleName()));
            }
            return false;
        }
    }
}
