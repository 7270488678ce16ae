package io.secplat.api.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that wait for readers: as many as there are readers to be waited for, none when nobody is slow for long. So no
 * reader ever waits for another, and no thread of the server's own pool waits for any.
 */
public final class LiveWriters implements Executor {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final ThreadPoolExecutor threads;

    /** @param most more writers at the same time are refused, and their readers dropped */
    public LiveWriters(int most, ThreadFactory factory) {
        this.threads =
                new ThreadPoolExecutor(0, most, KEPT.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Interrupts whoever still waits. */
    public void close() {
        threads.shutdownNow();
    }
}
