package io.secplat.search;

import io.secplat.contracts.model.AssetKey;
import io.secplat.search.HealthEvents.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks of each hour, counted for each asset and kept beside the events, so that a long period needs no walk through all of
 * them. Every method throws {@link SearchUnavailableException}.
 */
public interface EventHours {

    /** What one document covers. */
    Duration HOUR = Duration.ofHours(1);

    /** Assets that the document of an hour holds at most: some 20 MB. */
    int MOST_ASSETS = 200_000;

    /**
     * How an hour stands.
     *
     * @param hour its first moment
     * @param events documents of the hour in the event index now, results or not
     * @param counted how many there were when the hour was counted; null when it is not
     */
    record Standing(Instant hour, long events, @Nullable Long counted) {

        /** Whether what was counted is all there is. An hour without events needs no count. */
        public boolean upToDate() {
            return counted == null ? events == 0 : counted == events;
        }
    }

    /**
     * A stretch of time.
     *
     * @param from its first moment
     * @param until the first moment that is not in it any more; null when it has no end
     */
    record Span(Instant from, @Nullable Instant until) {

        /** All that is after a moment, as far as milliseconds can tell, the exactness of the record. */
        public static Span after(Instant moment) {
            return new Span(firstAfter(moment), null);
        }

        /** The first moment after that one which the record can tell from it. */
        public static Instant firstAfter(Instant moment) {
            return Instant.ofEpochMilli(moment.toEpochMilli() + 1);
        }
    }

    /** Every hour from one full hour until before another that has events or a count, oldest first; in one request. */
    List<Standing> standings(Instant from, Instant until);

    /**
     * Counts the hour by its events as they are at one moment, and keeps that in place of an earlier count. Who counts at the
     * same time as somebody else does no harm: either document is right by itself, and tells how many events it knew.
     *
     * @return false when the hour has results of more than {@link #MOST_ASSETS} assets; it stays as it was
     */
    boolean count(Instant hour);

    /** The checks of these assets, in hours as they were counted and in spans by their events; in one request. */
    Tally tally(Collection<AssetKey> assets, List<Instant> hours, List<Span> spans);
}
