package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetStatusDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of an asset before a derivation.
 *
 * @param document the state that results are applied to; empty for a first derivation and for a replay
 * @param version of the document that is there, 0 without one
 * @param watermark of the document that is there; it never moves back, not even by a replay
 */
record Memory(Optional<AssetStatusDocument> document, long version, Optional<Instant> watermark) {

    static final Memory NONE = new Memory(Optional.empty(), 0, Optional.empty());

    static Memory of(AssetStatusDocument document) {
        return new Memory(Optional.of(document), document.version(), watermark(document));
    }

    /** The document is there and is set aside: everything is applied again. */
    static Memory setAside(AssetStatusDocument document) {
        return new Memory(Optional.empty(), document.version(), watermark(document));
    }

    /** Whether a result of that time is still to be applied. */
    boolean isNew(Instant timestamp) {
        return document.isEmpty() || watermark.isEmpty() || timestamp.isAfter(watermark.get());
    }

    private static Optional<Instant> watermark(AssetStatusDocument document) {
        return Optional.ofNullable(document.derivedAtEventTs());
    }
}
