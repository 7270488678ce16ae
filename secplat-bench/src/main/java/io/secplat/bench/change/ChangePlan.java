package io.secplat.bench.change;

/**
 * How many changes, and how fast.
 *
 * @param rate changes a second
 * @param warmUp seconds before those that count
 * @param seconds of those that count
 */
record ChangePlan(int rate, int warmUp, int seconds) {

    /** So long before its change is published a status document is written. */
    static final int AHEAD_SECONDS = 3;

    /** Of so many assets made one in fifty is down and one in twenty stale. */
    private static final double CALM = 0.9;

    ChangePlan {
        if (rate < 1 || warmUp < 0 || seconds < 4 * AHEAD_SECONDS) {
            throw new IllegalArgumentException(
                    "at least one change a second, for at least " + 4 * AHEAD_SECONDS + " seconds");
        }
    }

    int warmUpChanges() {
        return rate * warmUp;
    }

    int changes() {
        return rate * seconds;
    }

    /** An asset is up again after so many changes: those that count are outages and recoveries, half and half. */
    int gap() {
        return changes() / 2;
    }

    /** Assets that the whole way needs. */
    int assetsOfWhole() {
        return Change.needed(warmUpChanges() + changes(), gap());
    }

    /** Assets to make for all parts of the run. */
    int assets() {
        return (int) Math.ceil((assetsOfWhole() + Change.needed(changes(), gap())) / CALM) + 1;
    }
}
