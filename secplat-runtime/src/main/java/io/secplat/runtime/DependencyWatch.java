package io.secplat.runtime;

import io.secplat.runtime.DependencyState.Condition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks one dependency every half second whether it is there, and remembers; so health answers at once, whatever the dependency
 * does. It runs on a thread of its own and asks one question at a time: a dependency that hangs holds that thread alone. An
 * answer that takes longer than a second counts as none.
 */
public final class DependencyWatch implements Runnable {

    /** How long an answer may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Returns when the dependency answers, throws otherwise. It gives up by itself, not much later than {@link #PATIENCE}. */
    @FunctionalInterface
    public interface Question {
        void ask();
    }

    private final Dependency dependency;
    private final Question question;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private DependencyState known;
    private @Nullable Instant late;

    public DependencyWatch(Dependency dependency, Question question, Clock clock) {
        this(dependency, question, clock, Condition.UNASKED);
    }

    private DependencyWatch(Dependency dependency, Question question, Clock clock, Condition first) {
        this.dependency = dependency;
        this.question = question;
        this.clock = clock;
        this.known = new DependencyState(first, clock.instant(), null);
    }

    /** Of a dependency that this installation does not have; it never asks. */
    public static DependencyWatch off(Dependency dependency, Clock clock) {
        DependencyWatch watch = new DependencyWatch(dependency, () -> {}, clock, Condition.OFF);
        watch.stop();
        return watch;
    }

    public Dependency dependency() {
        return dependency;
    }

    /** Asks until it is stopped. */
    @Override
    public void run() {
        try {
            boolean over = stop.getCount() == 0;
            while (!over) {
                askOnce();
                over = stop.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks no more. */
    public void stop() {
        stop.countDown();
    }

    /** What is known now; never waits for the dependency. */
    public synchronized DependencyState state() {
        Instant now = clock.instant();
        if (late != null && !now.isBefore(late)) {
            known = known.failed(Condition.TIMEOUT, "TimeoutException", late);
        }
        return known;
    }

    void askOnce() {
        begin();
        try {
            question.ask();
            end(null);
        } catch (RuntimeException | Error e) {
            end(e.getClass().getSimpleName());
        }
    }

    private synchronized void begin() {
        late = clock.instant().plus(PATIENCE);
    }

    private synchronized void end(@Nullable String error) {
        Instant now = clock.instant();
        boolean inTime = late != null && now.isBefore(late);
        known = state();
        late = null;
        if (error != null) {
            known = known.failed(inTime ? Condition.UNAVAILABLE : Condition.TIMEOUT, error, now);
        } else if (inTime) {
            known = known.answered(now);
        }
    }
}
