package io.secplat.stream;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** So many threads, each with one job at a time. */
final class PoolCrew implements Crew {

    private final int size;
    private final ExecutorService threads;
    private final Semaphore room;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    PoolCrew(int size, ThreadFactory factory) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size, factory);
        this.room = new Semaphore(size);
    }

    @Override
    public int room() {
        return room.availablePermits();
    }

    @Override
    public boolean isIdle() {
        return room() == size;
    }

    @Override
    public void begin(Job job) throws InterruptedException {
        room.acquire();
        threads.execute(() -> run(job));
    }

    private void run(Job job) {
        try {
            job.run();
        } catch (InterruptedException e) {
            failure.compareAndSet(null, e);
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            room.release();
        }
    }

    @Override
    public void awaitRoom(Duration patience) throws InterruptedException {
        if (room.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            room.release();
        }
    }

    @Override
    public void check() throws InterruptedException {
        Throwable cause = failure.get();
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        } else if (cause instanceof Error error) {
            throw error;
        } else if (cause instanceof RuntimeException broken) {
            throw broken;
        }
    }

    @Override
    public void drain() throws InterruptedException {
        threads.shutdown();
        if (threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
            check();
        }
    }

    @Override
    public void dismiss() {
        threads.shutdownNow();
    }
}
