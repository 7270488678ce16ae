package io.secplat.api.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One question on its way; two flights are the same only if they are one. */
final class Flight<V> {

    /** The last part of its life in which an answer is renewed. */
    private static final int LAST_PART = 4;

    private final CompletableFuture<V> answer = new CompletableFuture<>();
    private final AtomicBoolean renewed = new AtomicBoolean();
    private final Instant renewal;
    private final Instant until;
    private volatile long weight;

    Flight(Instant start, Duration life) {
        this.until = start.plus(life);
        this.renewal = until.minus(life.dividedBy(LAST_PART));
    }

    void land(V value, long itsWeight) {
        weight = itsWeight;
        answer.complete(value);
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Whether who asks now may have its answer. */
    boolean isGood(Instant now) {
        return !answer.isDone() || until.isAfter(now);
    }

    /** Whether who asks now is the one that renews the answer, while all others still get it. */
    boolean isForMeToRenew(Instant now) {
        return answer.isDone() && !renewal.isAfter(now) && renewed.compareAndSet(false, true);
    }

    boolean isDone() {
        return answer.isDone();
    }

    Instant until() {
        return until;
    }

    /** Zero while the answer is awaited. */
    long weight() {
        return weight;
    }

    /** Waits for the answer; a failure comes out as it was thrown. */
    V join() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
