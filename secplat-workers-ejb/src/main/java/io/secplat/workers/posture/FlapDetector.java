package io.secplat.workers.posture;

import io.secplat.contracts.document.HealthEventDocument;
import java.util.List;

/** Tells whether an asset changes too often to be believed: newer changes weigh more, and it takes less to go on than to begin. */
record FlapDetector(double high, double low) {

    /** Results that are looked at. */
    static final int RESULTS = 21;

    private static final int TRANSITIONS = RESULTS - 1;

    /**
     * Transition i of 20 weighs 0.8 + 0.4 (i-1)/19, which is (37 + i) parts of 950: whole numbers, so that a limit is met exactly.
     */
    private static final int BASE_PARTS = 37;

    private static final int ALL_PARTS = 950;

    /** The weighted share of changes among the newest 21 of these results, 0 to 100; missing results count as no change. */
    static double percent(List<HealthEventDocument> oldestFirst) {
        int newest = oldestFirst.size() - 1;
        int changed = 0;
        for (int transition = TRANSITIONS, later = newest; transition >= 1 && later >= 1; transition--, later--) {
            if (oldestFirst.get(later).success() != oldestFirst.get(later - 1).success()) {
                changed += BASE_PARTS + transition;
            }
        }
        return 100.0 * changed / ALL_PARTS;
    }

    boolean flapping(boolean before, double percent) {
        return before ? percent >= low : percent >= high;
    }
}
