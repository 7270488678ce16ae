package io.secplat.bench.change;

/**
 * How many changes, and how fast. The warm-up takes half as long again as what counts: so what counts is outages and recoveries, half and
 * half, and the warm-up has both.
 *
 * @param rate changes a second
 * @param seconds of those that count
 */
record ChangePlan(int rate, int seconds) {

    /** So long before its change is published a status document is written. */
    static final int AHEAD_SECONDS = 3;

    /** Of so many assets made one in fifty is down and one in twenty stale. */
    private static final double CALM = 0.9;

    ChangePlan {
        if (rate < 1 || seconds < 4 * AHEAD_SECONDS) {
            throw new IllegalArgumentException(
                    "at least one change a second, for at least " + 4 * AHEAD_SECONDS + " seconds");
        }
    }

    int warmUpChanges() {
        return changes() * 3 / 2;
    }

    int changes() {
        return rate * seconds;
    }

    /** An asset is up again after so many changes: late enough that its outage is told before even on a slow machine. */
    int gap() {
        return changes();
    }

    /** The same where nothing is between the outage and the notifier. */
    int gapOfReference() {
        return changes() / 2;
    }

    /** Assets that the whole way needs. */
    int assetsOfWhole() {
        return Change.needed(warmUpChanges() + changes(), gap());
    }

    /** Assets to make for all parts of the run. */
    int assets() {
        return (int) Math.ceil((assetsOfWhole() + Change.needed(changes(), gapOfReference())) / CALM) + 1;
    }
}
