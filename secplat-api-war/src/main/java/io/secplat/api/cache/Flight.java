package io.secplat.api.cache;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One question on its way; two flights are the same only if they are one. */
final class Flight<V> {

    private final CompletableFuture<V> answer = new CompletableFuture<>();
    private final Instant until;
    private volatile long weight;

    Flight(Instant until) {
        this.until = until;
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
