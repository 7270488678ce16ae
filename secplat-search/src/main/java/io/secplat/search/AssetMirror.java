package io.secplat.search;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.model.AssetKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The inventory as the deriver and dashboards see it. Every method throws {@link SearchUnavailableException}. */
public interface AssetMirror {

    /** A change of the mirror: a document to write whole, or a key to remove. */
    sealed interface Change {
        record Save(AssetDocument document) implements Change {}

        record Remove(AssetKey asset) implements Change {}
    }

    /** Applies the changes in bulk, in this order. */
    void apply(List<Change> changes);

    /** Every monitored asset, however many there are. */
    List<AssetDocument> monitored();

    /** The documents of these assets, in one request; unknown ones are absent. */
    Map<AssetKey, AssetDocument> find(Collection<AssetKey> assets);
}
