package io.secplat.guard;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * How long one conversation may take.
 *
 * @param connect until a TCP connection stands, over all addresses of the target
 * @param total from the question for the name to the last byte, redirects included
 */
public record TimeLimits(Duration connect, Duration total) {

    public static final TimeLimits DEFAULT = new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(15));

    public TimeLimits {
        if (connect.isNegative() || connect.isZero() || connect.compareTo(total) > 0) {
            throw new IllegalArgumentException("connect must be positive and at most total");
        }
    }

    /** What is left of it some time later; SocketTimeoutException when nothing is. */
    TimeLimits since(long startNanos) throws SocketTimeoutException {
        Duration left = total.minusNanos(System.nanoTime() - startNanos);
        if (left.toMillis() <= 0) {
            throw new SocketTimeoutException("the time is up");
        }
        return new TimeLimits(connect.compareTo(left) < 0 ? connect : left, left);
    }
}
