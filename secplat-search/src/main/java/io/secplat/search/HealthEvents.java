package io.secplat.search;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The append-only record of health checks. Every method throws {@link SearchUnavailableException}. */
public interface HealthEvents {

    /** One page of a timeline, newest first, and where the next begins. */
    record Page(List<HealthEventDocument> events, Optional<String> nextCursor) {}

    /**
     * Counts over all checks of a period.
     *
     * @param meanLatencyMs mean wall time of the checks; null without any
     */
    record Tally(long checks, long successes, @Nullable Double meanLatencyMs) {
        public static final Tally NONE = new Tally(0, 0, null);
    }

    /**
     * What led to one asset's posture.
     *
     * @param newest the newest result, however old
     * @param tallies counts for each period that was asked for
     */
    record History(Page timeline, Optional<HealthEventDocument> newest, Map<Duration, Tally> tallies) {}

    /** Which part of one asset's history is wanted: the timeline after {@code since}, the tallies of periods before {@code until}. */
    record HistoryQuestion(Instant since, Optional<String> cursor, Instant until, List<Duration> periods) {}

    /**
     * Writes in bulk with operation create; a document that is there already counts as written. Every read finds the events
     * once this returns.
     */
    void append(List<HealthEventDocument> events);

    /** The newest results of each asset, oldest first within an asset, in one request; assets without any are absent. */
    Map<AssetKey, List<HealthEventDocument>> newest(Collection<AssetKey> assets, int perAsset);

    /** Every result of one asset after that time, oldest first, however many there are. */
    List<HealthEventDocument> since(AssetKey asset, Instant after);

    /** Results of one asset after that time, newest first, 50 a page; a cursor that cannot be read is an IllegalArgumentException. */
    Page timeline(AssetKey asset, Instant since, Optional<String> cursor);

    /** Aggregated over every check of the asset in each of these periods before {@code until}, in one request. */
    Map<Duration, Tally> tally(AssetKey asset, Instant until, Collection<Duration> periods);

    /** Timeline, newest result and tallies of one asset; in one request where the record can. */
    default History history(AssetKey asset, HistoryQuestion question) {
        return new History(
                timeline(asset, question.since(), question.cursor()),
                newest(List.of(asset), 1).getOrDefault(asset, List.of()).stream()
                        .findFirst(),
                tally(asset, question.until(), question.periods()));
    }
}
