package io.secplat.workers.posture;

import io.secplat.contracts.document.HealthEventDocument;
import java.time.Duration;
import java.util.List;

/** How sure a status is, 0 to 1: how far the newest results agree with it, and how fresh they are. */
final class Confidence {

    private static final int RESULTS = 5;
    private static final double LEAST_FRESHNESS = 0.5;

    /** How far a share that is computed back from two decimals can be off. */
    private static final double TOLERANCE = 0.011;

    private Confidence() {}

    /** Two decimals. */
    static double of(double agreement, double freshness) {
        return Math.round(100 * agreement * freshness) / 100.0;
    }

    /** The share of the newest results, at most five, that equal the settled status; 0 without results. */
    static double agreement(List<HealthEventDocument> oldestFirst, Settled settled) {
        int count = Math.min(RESULTS, oldestFirst.size());
        long equal = oldestFirst.subList(oldestFirst.size() - count, oldestFirst.size()).stream()
                .filter(result -> Settled.result(result.success()) == settled)
                .count();
        return count == 0 ? 0 : (double) equal / count;
    }

    /** The share that led to a confidence, so that a late result does not change it; {@code otherwise} if there is none. */
    static double agreementBehind(double confidence, double freshness, double otherwise) {
        double share = confidence / freshness;
        for (int count = 1; count <= RESULTS; count++) {
            double equal = Math.round(share * count);
            if (share > 0 && equal <= count && Math.abs(equal / count - share) <= TOLERANCE) {
                return equal / count;
            }
        }
        return otherwise;
    }

    /** 1 while the age is at most two intervals, then falling to 0.5 at the threshold, and 0.5 beyond it. */
    static double freshness(Duration age, Duration interval, Duration threshold) {
        long full = 2 * interval.toMillis();
        if (age.toMillis() <= full) {
            return 1;
        }
        double fallen = (double) (age.toMillis() - full) / (threshold.toMillis() - full);
        return Math.max(LEAST_FRESHNESS, 1 - (1 - LEAST_FRESHNESS) * fallen);
    }
}
