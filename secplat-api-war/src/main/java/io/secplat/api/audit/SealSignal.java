package io.secplat.api.audit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the sealer of this process when a transaction has committed rows of the audit. */
public final class SealSignal {

    private final Semaphore news = new Semaphore(0);

    /** New rows are committed. */
    public void raise() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Waits at most that long for news; those of before count as well. */
    void await(Duration most) throws InterruptedException {
        if (news.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            int unused = news.drainPermits();
        }
    }
}
