package io.secplat.stream;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** So many threads, each with one job at a time. */
final class PoolCrew implements Crew {

    private final ThreadPoolExecutor threads;
    private final Room room;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private int size;

    PoolCrew(int size, ThreadFactory factory) {
        this.size = size;
        this.threads =
                new ThreadPoolExecutor(size, size, 0, TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), factory);
        this.room = new Room(size);
    }

    /** Fewer than none are free while more work than there shall be. */
    @SuppressWarnings("serial")
    private static final class Room extends Semaphore {

        Room(int size) {
            super(size);
        }

        void grow(int by) {
            if (by > 0) {
                release(by);
            } else {
                reducePermits(-by);
            }
        }
    }

    @Override
    public int room() {
        return Math.max(0, room.availablePermits());
    }

    @Override
    public void resize(int wanted) {
        if (wanted > size) {
            threads.setMaximumPoolSize(wanted);
            threads.setCorePoolSize(wanted);
        } else if (wanted < size) {
            threads.setCorePoolSize(wanted);
            threads.setMaximumPoolSize(wanted);
        } else {
            return;
        }
        room.grow(wanted - size);
        size = wanted;
    }

    @Override
    public boolean isIdle() {
        return room.availablePermits() == size;
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
