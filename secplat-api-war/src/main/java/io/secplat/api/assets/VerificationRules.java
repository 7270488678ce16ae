package io.secplat.api.assets;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the proof of a domain holds.
 *
 * @param longest setting VERIFICATION_MAX_AGE_DAYS, 1 to 3 650 days
 */
public record VerificationRules(Duration longest) {

    private static final Duration LEAD = Duration.ofDays(14);
    private static final int MOST_DAYS = 3_650;

    public VerificationRules {
        if (longest.compareTo(Duration.ofDays(1)) < 0 || longest.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw new IllegalArgumentException("VERIFICATION_MAX_AGE_DAYS must be 1 to " + MOST_DAYS);
        }
    }

    static VerificationRules ofDays(int days) {
        return new VerificationRules(Duration.ofDays(days));
    }

    /** When the proof ends; null without one. */
    public @Nullable Instant endOf(Asset asset) {
        return asset.verification().verified() ? asset.provenAt().plus(longest) : null;
    }

    /** Proofs made then or earlier have ended. */
    Instant endedIfMadeBy(Instant now) {
        return now.minus(longest);
    }

    /** Proofs made then or earlier end soon: in 14 days, or in half their life where that is shorter. */
    Instant endsSoonIfMadeBy(Instant now) {
        Duration half = longest.dividedBy(2);
        return endedIfMadeBy(now).plus(half.compareTo(LEAD) < 0 ? half : LEAD);
    }
}
