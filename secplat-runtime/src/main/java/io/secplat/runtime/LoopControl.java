package io.secplat.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What operators want of one loop. A paused loop begins nothing new and keeps its place; a drained one ends as it does when the
 * server stops, so that others can take over what it had, and begins anew when it is resumed. Safe for several threads.
 */
public final class LoopControl {

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile LoopMode mode = LoopMode.RUN;
    private volatile Instant since;
    private volatile boolean ended;
    private volatile long changes;

    LoopControl(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    public LoopMode mode() {
        return mode;
    }

    /** Since when the mode is what it is. */
    public Instant since() {
        return since;
    }

    /** Sets what is wanted; false when it was so already. */
    public boolean ask(LoopMode wanted) {
        lock.lock();
        try {
            if (mode == wanted) {
                return false;
            }
            mode = wanted;
            since = clock.instant();
            tell();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The server stops, whatever operators want. */
    void end() {
        lock.lock();
        try {
            ended = true;
            tell();
        } finally {
            lock.unlock();
        }
    }

    boolean ended() {
        return ended;
    }

    /** Whether the loop is to end its run, be it for the moment or for good. */
    boolean runIsOver() {
        return ended || mode == LoopMode.DRAIN;
    }

    /** Grows with each change, so that none is missed between a look and {@link #awaitChange}. */
    long changes() {
        return changes;
    }

    /** Waits until there was another change than those seen, at most that long. */
    void awaitChange(long seen, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (changes == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        changes = Math.addExact(changes, 1L);
        changed.signalAll();
    }
}
