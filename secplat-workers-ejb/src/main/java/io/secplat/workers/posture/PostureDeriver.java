package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.workers.posture.Posture.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Decides the status document of one asset from its results; the rules stand in the index contract, section 5. */
final class PostureDeriver {

    private final DeriverSettings settings;
    private final Debounce debounce;
    private final FlapDetector flaps;

    PostureDeriver(DeriverSettings settings) {
        this.settings = settings;
        this.debounce = new Debounce(settings.debounceFailures(), settings.debounceSuccesses());
        this.flaps = new FlapDetector(settings.flapHigh(), settings.flapLow());
    }

    /**
     * The next document.
     *
     * @param results oldest first: those that are not applied yet and, as far as there are any, the 20 before them
     */
    AssetStatusDocument derive(AssetDocument asset, Memory memory, List<HealthEventDocument> results, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        Inventory inventory = new Inventory(asset);
        Progress progress = apply(memory, results);
        Duration threshold = inventory.threshold(settings.staleThreshold());
        Duration age = age(progress, now);
        Posture posture = Posture.of(progress.settled(), progress.flapping(), age.compareTo(threshold) > 0);
        Row row = posture.row();
        return new AssetStatusDocument(
                now,
                asset.assetKey(),
                asset.name(),
                asset.type(),
                inventory.environment(),
                inventory.owner(),
                inventory.ownerTeam(),
                inventory.criticality(),
                posture.status(),
                progress.newest().map(Sighting::code).orElse(null),
                progress.newest().map(Sighting::latencyMs).orElse(null),
                progress.newest().map(Sighting::at).orElse(null),
                age.toSeconds(),
                row.score,
                row.state,
                changedAt(posture.status(), progress, threshold, now),
                confidence(memory, progress, results, age, inventory.interval(), threshold),
                posture.flapping(),
                Math.round(10 * FlapDetector.percent(results)) / 10.0,
                progress.pending().orElse(null),
                progress.run().failures(),
                progress.run().successes(),
                progress.lastGood().map(Sighting::at).orElse(null),
                progress.lastGood().map(Sighting::code).orElse(null),
                progress.lastGood().map(Sighting::latencyMs).orElse(null),
                Reason.of(row, failure(progress, results)).map(Reason::wire).orElse(null),
                watermark(memory, progress).orElse(null),
                memory.version() + 1);
    }

    private Progress apply(Memory memory, List<HealthEventDocument> results) {
        Progress progress = Progress.from(memory);
        for (int i = 0; i < results.size(); i++) {
            if (memory.isNew(results.get(i).timestamp())) {
                double percent = FlapDetector.percent(results.subList(0, i + 1));
                boolean flapping = flaps.flapping(progress.flapping(), percent);
                progress = progress.and(results.get(i), flapping, debounce);
            }
        }
        return progress;
    }

    /** Derivation time minus the newest result, never below zero; zero without one. */
    private static Duration age(Progress progress, Instant now) {
        return progress.newest()
                .map(seen -> Duration.between(seen.at(), now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Instant changedAt(AssetStatus status, Progress progress, Duration threshold, Instant now) {
        if (progress.shown().filter(shown -> shown == status).isPresent()) {
            return progress.changedAt().orElse(now);
        }
        Optional<Instant> newest = progress.newest().map(Sighting::at);
        return switch (status) {
            case STALE -> newest.map(seen -> seen.plus(threshold)).orElse(now);
            case UP, DOWN -> newest.orElse(now);
            case UNKNOWN -> now;
        };
    }

    /** Results that are applied decide anew; late ones alone leave the agreement as it was. */
    private static double confidence(
            Memory memory,
            Progress progress,
            List<HealthEventDocument> results,
            Duration age,
            Duration interval,
            Duration threshold) {
        if (progress.settled() == Settled.NONE) {
            return 0;
        }
        double counted = Confidence.agreement(results, progress.settled());
        double agreement = memory.document()
                .filter(before -> watermark(memory, progress).equals(memory.watermark()))
                .map(before -> Confidence.agreementBehind(
                        before.confidence(),
                        Confidence.freshness(age(progress, before.timestamp()), interval, threshold),
                        counted))
                .orElse(counted);
        return Confidence.of(agreement, Confidence.freshness(age, interval, threshold));
    }

    /** What the newest failure told; if it was told as stale or flapping meanwhile, the results still know. */
    private static Reason failure(Progress progress, List<HealthEventDocument> results) {
        for (int i = results.size() - 1; i >= 0 && progress.failure().isEmpty(); i--) {
            if (!results.get(i).success()) {
                return Reason.of(results.get(i));
            }
        }
        return progress.failure().orElse(Reason.HEALTH_CHECK_FAILED);
    }

    private static Optional<Instant> watermark(Memory memory, Progress progress) {
        Optional<Instant> newest = progress.newest().map(Sighting::at);
        return newest.isEmpty()
                        || memory.watermark().filter(newest.get()::isBefore).isPresent()
                ? memory.watermark()
                : newest;
    }
}
