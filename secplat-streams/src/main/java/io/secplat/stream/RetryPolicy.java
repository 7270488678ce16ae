package io.secplat.stream;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often and how late a message is tried again: the delay before retry n is random between 50 % and 100 % of {@code
 * min(max, base × 2^(n-1))}, or what the other side asked for in {@code Retry-After} when that is longer, at most 3 600 s.
 * Source: the stream contract, "Retries"; the shape is exponential backoff with equal jitter (AWS Architecture Blog,
 * "Exponential Backoff And Jitter").
 *
 * @param maxRetries tries after the first delivery
 * @param base the longest delay before the first retry
 * @param max the longest delay before any retry
 */
public record RetryPolicy(int maxRetries, Duration base, Duration max) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofMinutes(1));

    /** The longest wait that the other side may ask for. */
    public static final Duration LONGEST_WISH = Duration.ofHours(1);

    private static final int LARGEST_SHIFT = 30;

    public RetryPolicy {
        if (maxRetries < 0 || base.isNegative() || max.compareTo(base) < 0) {
            throw new IllegalArgumentException("retries and base must not be negative, max not below base");
        }
    }

    /** Whether a message with that many retries behind it gets no further one. */
    public boolean spent(int attempts) {
        return attempts >= maxRetries;
    }

    /** The delay before retry n, counted from 1. */
    public Duration delay(int n, RandomGenerator random) {
        long factor = 1L << Math.min(Math.max(n, 1) - 1, LARGEST_SHIFT);
        Duration full = base.multipliedBy(factor);
        long millis = (full.compareTo(max) < 0 ? full : max).toMillis();
        return Duration.ofMillis(Math.round(millis * (0.5 + random.nextDouble() / 2)));
    }

    /** The delay before retry n when the other side asked for a shortest delay. */
    public Duration delay(int n, Optional<Duration> wish, RandomGenerator random) {
        Duration own = delay(n, random);
        Duration wished = wish.filter(asked -> asked.compareTo(LONGEST_WISH) < 0)
                .orElse(wish.isPresent() ? LONGEST_WISH : Duration.ZERO);
        return own.compareTo(wished) > 0 ? own : wished;
    }
}
