package io.secplat.search.memory;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetMirror;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The inventory mirror in memory. */
public final class InMemoryAssetMirror implements AssetMirror {

    private final Map<AssetKey, AssetDocument> documents = new TreeMap<>();
    private final Runnable reach;

    public InMemoryAssetMirror() {
        this(() -> {});
    }

    InMemoryAssetMirror(Runnable reach) {
        this.reach = reach;
    }

    @Override
    public synchronized void apply(List<Change> changes) {
        reach.run();
        for (Change change : changes) {
            if (change instanceof Change.Save save) {
                documents.put(save.document().assetKey(), save.document());
            } else if (change instanceof Change.Remove remove) {
                documents.remove(remove.asset());
            }
        }
    }

    @Override
    public synchronized List<AssetDocument> monitored() {
        reach.run();
        return documents.values().stream().filter(AssetDocument::monitored).toList();
    }

    @Override
    public synchronized Map<AssetKey, AssetDocument> find(Collection<AssetKey> assets) {
        reach.run();
        Map<AssetKey, AssetDocument> found = new TreeMap<>(documents);
        found.keySet().retainAll(Set.copyOf(assets));
        return found;
    }
}
