package io.secplat.workers.posture;

import java.time.Duration;

/**
 * How results become a posture.
 *
 * @param debounceFailures setting {@code DEBOUNCE_FAILURES}: failures in a row that confirm down, 1 or more
 * @param debounceSuccesses setting {@code DEBOUNCE_SUCCESSES}: successes in a row that confirm up, 1 or more
 * @param staleThreshold setting {@code STALE_THRESHOLD_SECONDS}: age of the newest result beyond which it tells nothing
 * @param flapHigh setting {@code FLAP_HIGH_PERCENT}: flapping starts here, 0 to 100
 * @param flapLow setting {@code FLAP_LOW_PERCENT}: flapping ends below, at most {@code flapHigh}
 */
public record DeriverSettings(
        int debounceFailures, int debounceSuccesses, Duration staleThreshold, double flapHigh, double flapLow) {

    public static final DeriverSettings DEFAULT = new DeriverSettings(2, 1, Duration.ofMinutes(5), 30, 25);

    /** The only rule of flapping so far, and the only value of the setting {@code FLAP_MODE}. */
    static final String FLAP_MODE = "weighted21";

    public DeriverSettings {
        if (debounceFailures < 1 || debounceSuccesses < 1) {
            throw new IllegalArgumentException("DEBOUNCE_FAILURES and DEBOUNCE_SUCCESSES must be 1 or more");
        }
        if (staleThreshold.isZero() || staleThreshold.isNegative()) {
            throw new IllegalArgumentException("STALE_THRESHOLD_SECONDS must be 1 or more");
        }
        if (!(flapLow >= 0 && flapLow <= flapHigh && flapHigh <= 100)) {
            throw new IllegalArgumentException("0 <= FLAP_LOW_PERCENT <= FLAP_HIGH_PERCENT <= 100 must hold");
        }
    }

    DeriverSettings withStaleThreshold(Duration value) {
        return new DeriverSettings(debounceFailures, debounceSuccesses, value, flapHigh, flapLow);
    }

    DeriverSettings withDebounceSuccesses(int value) {
        return new DeriverSettings(debounceFailures, value, staleThreshold, flapHigh, flapLow);
    }
}
