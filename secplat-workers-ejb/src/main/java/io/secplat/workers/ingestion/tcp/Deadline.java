package io.secplat.workers.ingestion.tcp;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The moment by which a check must have its complete answer. */
public final class Deadline {

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    /** That far from now. */
    public static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /** Milliseconds left, at least 1; SocketTimeoutException when the moment has passed. */
    public int leftMs() throws SocketTimeoutException {
        long left = endNanos - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("deadline passed");
        }
        return (int) Math.max(1, Duration.ofNanos(left).toMillis());
    }
}
