package io.secplat.stream;

import java.time.Duration;

/**
 * How a consumer reads.
 *
 * @param batch entries read at once and given to a {@link BatchHandler} together, 1 to 1000
 * @param block longest wait for a new entry; a polite stop takes about as long
 * @param claimIdle an entry untouched for longer is taken over from its consumer
 * @param workLimit a handler that is busy for longer counts as stuck: its entries are no longer refreshed
 * @param holdLimit delayed retries held in memory; more than these wait in the stream and come by reclaim
 * @param retry budget and delays
 * @param failureReason reason code of a message whose handler threw until the budget was spent
 * @param concurrency handlers that work at the same time, 1 to {@value #MOST_CONCURRENT}; with more than one, messages are worked
 *     on in any order
 * @param sole whether no other consumer of the group works at the same time: then it begins with all that was left pending, in the
 *     order of the stream and however short a time ago, before it reads anything new
 */
public record ConsumerSettings(
        int batch,
        Duration block,
        Duration claimIdle,
        Duration workLimit,
        int holdLimit,
        RetryPolicy retry,
        String failureReason,
        int concurrency,
        boolean sole) {

    /** More would ask one connection, and one API, for too much at once. */
    public static final int MOST_CONCURRENT = 64;

    public static final ConsumerSettings DEFAULT = new ConsumerSettings(
            10,
            Duration.ofSeconds(2),
            Duration.ofMinutes(2),
            Duration.ofMinutes(30),
            1000,
            RetryPolicy.DEFAULT,
            "failed",
            1,
            false);

    public ConsumerSettings {
        if (batch < 1 || batch > 1000 || holdLimit < 0 || claimIdle.toMillis() < 4) {
            throw new IllegalArgumentException(
                    "batch must be 1 to 1000, holdLimit not negative, claimIdle 4 ms or more");
        }
        if (concurrency < 1 || concurrency > MOST_CONCURRENT) {
            throw new IllegalArgumentException("concurrency must be 1 to " + MOST_CONCURRENT);
        }
    }

    public ConsumerSettings withBatch(int value) {
        return new ConsumerSettings(
                value, block, claimIdle, workLimit, holdLimit, retry, failureReason, concurrency, sole);
    }

    public ConsumerSettings withBlock(Duration value) {
        return new ConsumerSettings(
                batch, value, claimIdle, workLimit, holdLimit, retry, failureReason, concurrency, sole);
    }

    public ConsumerSettings withClaimIdle(Duration value) {
        return new ConsumerSettings(batch, block, value, workLimit, holdLimit, retry, failureReason, concurrency, sole);
    }

    public ConsumerSettings withWorkLimit(Duration value) {
        return new ConsumerSettings(batch, block, claimIdle, value, holdLimit, retry, failureReason, concurrency, sole);
    }

    public ConsumerSettings withHoldLimit(int value) {
        return new ConsumerSettings(batch, block, claimIdle, workLimit, value, retry, failureReason, concurrency, sole);
    }

    public ConsumerSettings withRetry(RetryPolicy value) {
        return new ConsumerSettings(
                batch, block, claimIdle, workLimit, holdLimit, value, failureReason, concurrency, sole);
    }

    public ConsumerSettings withFailureReason(String value) {
        return new ConsumerSettings(batch, block, claimIdle, workLimit, holdLimit, retry, value, concurrency, sole);
    }

    public ConsumerSettings withConcurrency(int value) {
        return new ConsumerSettings(batch, block, claimIdle, workLimit, holdLimit, retry, failureReason, value, sole);
    }

    /** For a consumer beside which no other works. */
    public ConsumerSettings alone() {
        return new ConsumerSettings(
                batch, block, claimIdle, workLimit, holdLimit, retry, failureReason, concurrency, true);
    }
}
