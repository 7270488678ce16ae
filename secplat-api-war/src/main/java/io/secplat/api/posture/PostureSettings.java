package io.secplat.api.posture;

import java.time.Duration;

/**
 * How posture is answered.
 *
 * @param latencySloMs {@code LATENCY_SLO_MS}: what a check may take, 1 to 60 000 ms
 * @param cacheTtl {@code POSTURE_CACHE_TTL_SECONDS}: how old an answer may be, 0 to 300 s; 0 asks each time
 */
public record PostureSettings(int latencySloMs, Duration cacheTtl) {

    public PostureSettings {
        if (latencySloMs < 1 || latencySloMs > 60_000) {
            throw new IllegalArgumentException("LATENCY_SLO_MS must be 1 to 60000, was " + latencySloMs);
        }
        if (cacheTtl.isNegative() || cacheTtl.toSeconds() > 300) {
            throw new IllegalArgumentException(
                    "POSTURE_CACHE_TTL_SECONDS must be 0 to 300, was " + cacheTtl.toSeconds());
        }
    }
}
