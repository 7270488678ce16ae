package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a document keeps of one result. */
record Sighting(Instant at, @Nullable Integer code, @Nullable Integer latencyMs) {

    static Sighting of(HealthEventDocument result) {
        return new Sighting(result.timestamp(), result.code(), result.latencyMs());
    }

    static Optional<Sighting> newest(AssetStatusDocument document) {
        return Optional.ofNullable(document.lastSeen())
                .map(at -> new Sighting(at, document.code(), document.latencyMs()));
    }

    static Optional<Sighting> lastGood(AssetStatusDocument document) {
        return Optional.ofNullable(document.lastGoodAt())
                .map(at -> new Sighting(at, document.lastGoodCode(), document.lastGoodLatencyMs()));
    }
}
