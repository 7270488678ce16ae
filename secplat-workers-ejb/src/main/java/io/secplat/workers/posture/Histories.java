package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.HealthEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads as many results as a derivation needs: few for the many assets that are up to date, more for the one that is not. */
final class Histories {

    /** What a replay without a range and a first derivation of an asset with a long past apply. */
    static final Duration REPLAYED = Duration.ofHours(24);

    /** Results read of every asset: those that the flap rule looks at, and a few new ones. */
    static final int READ = 30;

    /** A result from further ahead waits until its time has come: it would make all that follow late. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final HealthEvents events;

    Histories(HealthEvents events) {
        this.events = events;
    }

    Map<AssetKey, List<HealthEventDocument>> newest(Collection<AssetKey> assets) {
        return events.newest(assets, READ);
    }

    /** The stored results after that time, oldest first. */
    List<HealthEventDocument> replayed(AssetKey asset, Instant since, Instant now) {
        return happened(events.since(asset, since).stream(), now);
    }

    /** What is to be applied and the 20 before, oldest first. */
    List<HealthEventDocument> complete(
            AssetDocument asset, Memory memory, List<HealthEventDocument> newest, Instant now) {
        if (isEnough(memory, newest)) {
            return happened(newest.stream(), now);
        }
        Instant since = memory.document()
                .flatMap(document -> memory.watermark())
                .map(mark -> mark.minus(new Inventory(asset).interval().multipliedBy(FlapDetector.RESULTS)))
                .orElse(now.minus(REPLAYED));
        return happened(Stream.concat(newest.stream(), events.since(asset.assetKey(), since).stream()), now);
    }

    private static boolean isEnough(Memory memory, List<HealthEventDocument> newest) {
        long applied = newest.stream()
                .filter(result -> !memory.isNew(result.timestamp()))
                .count();
        return newest.size() < READ || applied >= FlapDetector.RESULTS - 1;
    }

    private static List<HealthEventDocument> happened(Stream<HealthEventDocument> results, Instant now) {
        Instant latest = now.plus(CLOCK_SKEW);
        return results.filter(result -> !result.timestamp().isAfter(latest))
                .distinct()
                .sorted(Comparator.comparing(HealthEventDocument::timestamp))
                .toList();
    }
}
