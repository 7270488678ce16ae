package io.secplat.workers.posture;

import io.secplat.contracts.document.HealthEventDocument;
import java.util.List;

/** Tells whether an asset changes too often to be believed: newer changes weigh more, and it takes less to go on than to begin. */
record FlapDetector(double high, double low) {

    /** Results that are looked at. */
    static final int RESULTS = 21;

    private static final int TRANSITIONS = RESULTS - 1;
    private static final double OLDEST_WEIGHT = 0.8;
    private static final double WEIGHT_GAIN = 0.4;

    /** The weighted share of changes among the newest 21 of these results, 0 to 100; missing results count as no change. */
    static double percent(List<HealthEventDocument> oldestFirst) {
        int newest = oldestFirst.size() - 1;
        double changed = 0;
        for (int transition = TRANSITIONS, later = newest; transition >= 1 && later >= 1; transition--, later--) {
            if (oldestFirst.get(later).success() != oldestFirst.get(later - 1).success()) {
                changed += OLDEST_WEIGHT + WEIGHT_GAIN * (transition - 1) / (TRANSITIONS - 1);
            }
        }
        return 100 * changed / TRANSITIONS;
    }

    boolean flapping(boolean before, double percent) {
        return before ? percent >= low : percent >= high;
    }
}
