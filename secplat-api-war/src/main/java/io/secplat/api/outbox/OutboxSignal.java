package io.secplat.api.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the relay of this process whose lane serves a target when a transaction has committed rows for that target. */
public final class OutboxSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private final Map<String, Long> counts = new HashMap<>();

    /** New rows for these targets are committed. */
    public void raise(Collection<String> targets) {
        lock.lock();
        try {
            targets.forEach(target -> counts.merge(target, 1L, Long::sum));
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it was raised so far for any of these targets. */
    long count(Collection<String> targets) {
        lock.lock();
        try {
            return sum(targets);
        } finally {
            lock.unlock();
        }
    }

    /** Waits at most that long for a raise for any of these targets after those counted {@code seen}. */
    void await(Collection<String> targets, long seen, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (sum(targets) == seen && left > 0) {
                left = raised.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private long sum(Collection<String> targets) {
        long sum = 0;
        for (String target : targets) {
            sum += counts.getOrDefault(target, 0L);
        }
        return sum;
    }
}
