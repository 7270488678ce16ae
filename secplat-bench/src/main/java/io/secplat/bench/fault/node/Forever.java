package io.secplat.bench.fault.node;

import io.secplat.runtime.WorkerContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A worker that nobody asks to end; it is killed. */
public final class Forever implements WorkerContext {

    private final CountDownLatch never = new CountDownLatch(1);

    @Override
    public boolean stopping() {
        return false;
    }

    @Override
    public void beat() {
        // nobody watches
    }

    @Override
    public boolean pause(Duration duration) throws InterruptedException {
        return !never.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
