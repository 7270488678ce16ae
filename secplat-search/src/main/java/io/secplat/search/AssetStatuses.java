package io.secplat.search;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The current posture of every monitored asset. Every method throws {@link SearchUnavailableException}. */
public interface AssetStatuses {

    /** A document and the place it was read from; a write with it succeeds only over that very state. */
    record Stored(AssetStatusDocument document, long sequence, long term) {}

    /** What to write, and over which state: null means only if there is none yet. */
    record Write(AssetStatusDocument document, @Nullable Stored over) {}

    /** One page, worst first: red, amber, green; then status number, score and key ascending. */
    record Page(long total, List<AssetStatusDocument> documents, Optional<String> nextCursor) {}

    /** The documents as they all were at one moment, worst first, page by page. Closed by whoever asked for it. */
    interface Walk extends AutoCloseable {

        /** How many match. */
        long total();

        /** The next page; empty when there is no more. */
        List<AssetStatusDocument> next();

        @Override
        void close();
    }

    Optional<AssetStatusDocument> find(AssetKey asset);

    /** The documents of these assets with their versions, in one request; assets without one are absent. */
    Map<AssetKey, Stored> find(Collection<AssetKey> assets);

    /** Writes in bulk, visible to every read once this returns; returns the assets that somebody else wrote meanwhile, which were left alone. */
    Set<AssetKey> write(List<Write> writes);

    /** Removes the documents of these assets; those without one are no error. */
    void remove(Collection<AssetKey> assets);

    /** One page of at most {@code limit} (1 to 1 000); a cursor that cannot be read is an IllegalArgumentException. */
    Page page(PostureFilter filter, int limit, Optional<String> cursor);

    /** Every document, worst first, however many there are; all of them in memory at once. */
    List<AssetStatusDocument> all(PostureFilter filter);

    /** Every document that matches, {@code pageSize} (1 to 1 000) in memory at once; the first page is read before this returns. */
    Walk walk(PostureFilter filter, int pageSize);

    /** What stands out among those that match, at most that many (1 to 1 000) of each kind, in one request. */
    PostureHighlights highlights(PostureFilter filter, int most);

    /** The assets that are down or flapping, by key, however many. Only keys are read: most documents are not among them. */
    Set<AssetKey> inTrouble();

    /** Counts over every document that matches, by aggregation. */
    PostureSummary summary(PostureFilter filter);
}
