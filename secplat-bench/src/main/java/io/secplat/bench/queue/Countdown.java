package io.secplat.bench.queue;

import io.secplat.runtime.WorkerContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A worker is to end when so many messages were handled. */
final class Countdown implements WorkerContext {

    private final AtomicLong left;
    private final CountDownLatch never = new CountDownLatch(1);

    Countdown(long messages) {
        left = new AtomicLong(messages);
    }

    void down(int messages) {
        left.addAndGet(-messages);
    }

    @Override
    public boolean stopping() {
        return left.get() <= 0;
    }

    @Override
    public void beat() {
        // nobody watches
    }

    @Override
    public boolean pause(Duration duration) throws InterruptedException {
        return !never.await(duration.toNanos(), TimeUnit.NANOSECONDS) && !stopping();
    }
}
