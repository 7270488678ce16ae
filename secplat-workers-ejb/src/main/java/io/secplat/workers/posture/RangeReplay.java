package io.secplat.workers.posture;

import io.secplat.contracts.model.AssetKey;
import io.secplat.search.HealthEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Derives the posture again of every asset that has results in a range of time: sets it aside and applies all results from the
 * beginning of the range on. Those after its end are applied as well, for a posture is always that of now. One asset after the other, so
 * that the loops go on beside it; doing it twice, or beginning again after it was cut short, leads to the same.
 */
final class RangeReplay {

    /** Results of one asset that are read together; a check every five seconds leads to 17,280 in a day. */
    static final int MOST_RESULTS = 20_000;

    private final PosturePasses passes;
    private final HealthEvents events;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile String progress = "none since the start";

    RangeReplay(PosturePasses passes, HealthEvents events, Clock clock) {
        this.passes = passes;
        this.events = events;
        this.clock = clock;
    }

    /** How far the running or the last one has come, in words. */
    String progress() {
        return progress;
    }

    /**
     * Replays one asset, or {@code all}; what it did, in words. An IllegalArgumentException when there is no such asset, or another
     * replay runs.
     */
    String replay(String asset, TimeRange range) {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalArgumentException("another replay is running: " + progress);
        }
        try {
            return over(wanted(asset), range);
        } finally {
            running.set(false);
        }
    }

    private List<AssetKey> wanted(String asset) {
        List<AssetKey> monitored = passes.monitored();
        if (asset.equals("all")) {
            return monitored;
        }
        AssetKey key = new AssetKey(asset);
        if (!monitored.contains(key)) {
            throw new IllegalArgumentException(asset + " is not an asset that is monitored");
        }
        return List.of(key);
    }

    private String over(List<AssetKey> assets, TimeRange range) {
        Count count = new Count(assets.size());
        progress = count.told();
        for (AssetKey asset : assets) {
            count.add(one(asset, range));
            progress = count.told();
        }
        return "Replayed " + progress + ".";
    }

    private Result one(AssetKey asset, TimeRange range) {
        if (checks(asset, range.to(), range.length()) == 0) {
            return Result.WITHOUT_RESULTS;
        }
        Instant now = clock.instant();
        if (checks(asset, now, Duration.between(range.from(), now)) > MOST_RESULTS) {
            return Result.TOO_MANY;
        }
        return passes.again(Set.of(asset), range.from()).isEmpty() ? Result.DONE : Result.FAILED;
    }

    private long checks(AssetKey asset, Instant until, Duration period) {
        return events.tally(asset, until, List.of(period))
                .getOrDefault(period, HealthEvents.Tally.NONE)
                .checks();
    }

    private enum Result {
        DONE,
        WITHOUT_RESULTS,
        TOO_MANY,
        FAILED
    }

    /** How many assets came to which result. */
    private static final class Count {

        private final int all;
        private final Map<Result, Integer> results = new EnumMap<>(Result.class);

        Count(int all) {
            this.all = all;
        }

        void add(Result result) {
            results.merge(result, 1, Integer::sum);
        }

        String told() {
            return of(Result.DONE) + " of " + all + " assets; " + of(Result.WITHOUT_RESULTS)
                    + " without results in the range, " + of(Result.TOO_MANY) + " with more than " + MOST_RESULTS
                    + ", " + of(Result.FAILED) + " failed";
        }

        private int of(Result result) {
            return results.getOrDefault(result, 0);
        }
    }
}
