package io.secplat.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One worker with its restarts: after a failure it waits 1 s, 2 s, 4 s … at most 30 s, and begins again. */
final class SupervisedWorker implements Runnable, WorkerContext {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Worker worker;
    private final LoopControl control;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Clock clock;
    private final Journal journal;

    private volatile boolean running;
    private volatile Instant lastBeat;
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile @Nullable String lastError;

    SupervisedWorker(Worker worker, Clock clock, Journal journal) {
        this.worker = worker;
        this.control = new LoopControl(clock);
        this.clock = clock;
        this.journal = journal;
        this.lastBeat = clock.instant();
    }

    @Override
    public void run() {
        try {
            runUntilTheEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
            ended.countDown();
        }
    }

    private void runUntilTheEnd() throws InterruptedException {
        int failures = 0;
        do {
            Instant started = clock.instant();
            runOnce();
            if (control.runIsOver()) {
                failures = 0;
                awaitResumption();
            } else {
                boolean wasSteady = Duration.between(started, clock.instant()).compareTo(STEADY) > 0;
                failures = wasSteady ? 1 : failures + 1;
                if (pause(pauseAfter(failures))) {
                    restarts.incrementAndGet();
                }
            }
        } while (!control.ended());
    }

    private void awaitResumption() throws InterruptedException {
        long seen = control.changes();
        while (control.runIsOver() && !control.ended()) {
            beat();
            control.awaitChange(seen, LONGEST_SILENCE);
            seen = control.changes();
        }
    }

    private void runOnce() throws InterruptedException {
        running = true;
        beat();
        try {
            worker.run(this);
        } catch (InterruptedException e) {
            if (control.ended()) {
                throw e;
            }
            // Somebody meant one call, such as a time limit that struck late; the worker itself was not asked to end.
            failed(e);
        } catch (RuntimeException | Error e) {
            failed(e);
        } finally {
            running = false;
        }
    }

    private void failed(Throwable e) {
        lastError = e.getClass().getSimpleName();
        journal.error("worker." + worker.name(), "failed", e);
    }

    private static Duration pauseAfter(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, 5));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    boolean awaitEnd(long timeout, TimeUnit unit) throws InterruptedException {
        return ended.await(timeout, unit);
    }

    void end() {
        control.end();
    }

    ControlledLoop loop() {
        return new ControlledLoop(worker, control, this::state);
    }

    WorkerState state() {
        return new WorkerState(
                worker.role(), worker.name(), running, lastBeat, restarts.get(), lastError, control.mode());
    }

    @Override
    public boolean stopping() {
        return control.runIsOver();
    }

    @Override
    public boolean paused() {
        return control.mode() == LoopMode.PAUSE;
    }

    @Override
    public void beat() {
        lastBeat = clock.instant();
    }

    @Override
    public boolean goOn() throws InterruptedException {
        return pause(Duration.ZERO);
    }

    /** A worker that waits is not stuck, however long it waits. */
    @Override
    public boolean pause(Duration duration) throws InterruptedException {
        long until = System.nanoTime() + duration.toNanos();
        long seen = control.changes();
        while (!control.runIsOver()) {
            beat();
            Duration left = Duration.ofNanos(until - System.nanoTime());
            boolean held = paused() && !worker.mindsPause();
            if (!held && left.compareTo(Duration.ZERO) <= 0) {
                return true;
            }
            control.awaitChange(seen, held || left.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : left);
            seen = control.changes();
        }
        return false;
    }
}
