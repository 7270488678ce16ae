package io.secplat.stream;

import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker on a thread of its own, for tests; closing it stops it politely. */
public final class RunningWorker implements WorkerContext, AutoCloseable {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicInteger beats = new AtomicInteger();
    private final Thread thread;
    private volatile boolean paused;

    public RunningWorker(Worker worker) {
        thread = new Thread(() -> {
            try {
                worker.run(this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
    }

    public int beats() {
        return beats.get();
    }

    /** Ends at once, in the middle of whatever it does, as a killed process would. */
    public void kill() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    /** Asks it to end and does not wait. */
    public void ask() {
        stop.countDown();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Whether it is to begin nothing new. */
    public void hold(boolean wanted) {
        paused = wanted;
    }

    @Override
    public boolean paused() {
        return paused;
    }

    @Override
    public boolean stopping() {
        return stop.getCount() == 0;
    }

    @Override
    public void beat() {
        beats.incrementAndGet();
    }

    @Override
    public boolean pause(Duration duration) throws InterruptedException {
        return !stop.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
