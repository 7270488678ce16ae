package io.secplat.guard;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * So many requests to one host in a second and no more (setting MAX_REQUESTS_PER_SECOND), whoever in this process makes them.
 * A host that was left alone takes a second's worth at once; then each caller waits for a turn, in the order of asking.
 *
 * <p>A token bucket, kept as the moment at which it will be full again: the virtual scheduling form of the generic cell rate
 * algorithm, ITU-T I.371, annex A.
 */
public final class Pace {

    public static final int DEFAULT_PER_SECOND = 10;

    static final int MOST_PER_SECOND = 1_000;

    /** Buckets kept before full ones, which say nothing, are thrown away. */
    static final int MANY_HOSTS = 1_024;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long spacing;
    private final LongSupplier nanos;
    private final Patience patience;
    private final Map<Host, Long> fullAt = new HashMap<>();

    /** How a wait is done. */
    @FunctionalInterface
    interface Patience {
        void pause(Duration length) throws InterruptedException;
    }

    Pace(int perSecond, LongSupplier nanos, Patience patience) {
        if (perSecond < 1 || perSecond > MOST_PER_SECOND) {
            throw new IllegalArgumentException("MAX_REQUESTS_PER_SECOND must be 1 to " + MOST_PER_SECOND);
        }
        this.spacing = SECOND / perSecond;
        this.nanos = nanos;
        this.patience = patience;
    }

    /** By the time of this machine; IllegalArgumentException for a rate that is not 1 to 1 000. */
    public static Pace of(int perSecond) {
        return new Pace(perSecond, System::nanoTime, Pace::pause);
    }

    private static void pause(Duration length) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Waits until it is the caller's turn to speak to the host. When the thread is interrupted the wait ends with an
     * InterruptedIOException, and the interruption stays to be seen; the turn is forfeit.
     */
    void await(Host host) throws InterruptedIOException {
        long wait = book(host);
        if (wait <= 0) {
            return;
        }
        try {
            patience.pause(Duration.ofNanos(wait));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a turn");
        }
    }

    /** Takes a token, also one that is not there yet; nanoseconds until it is. */
    private synchronized long book(Host host) {
        long now = nanos.getAsLong();
        if (fullAt.size() >= MANY_HOSTS) {
            fullAt.values().removeIf(full -> full - now <= 0);
        }
        long full = fullAt.getOrDefault(host, now);
        long after = (full - now > 0 ? full : now) + spacing;
        fullAt.put(host, after);
        return after - now - SECOND;
    }

    synchronized int hosts() {
        return fullAt.size();
    }
}
