package io.secplat.bench.change;

import io.secplat.contracts.model.AssetKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A status that changes: the asset goes down, or it is up again.
 *
 * @param down whether it goes down
 */
record Change(AssetKey asset, boolean down) {

    /**
     * So many changes: as many assets as the gap says go down one after the other, then the same are up again, then the next follow. So each
     * goes down and up once, with the gap between; an IllegalArgumentException says that there are too few assets.
     */
    static List<Change> of(List<AssetKey> assets, int count, int gap) {
        if (assets.size() < needed(count, gap)) {
            throw new IllegalArgumentException(
                    count + " changes need " + needed(count, gap) + " assets, not " + assets.size());
        }
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int block = n / (2 * gap);
            changes.add(new Change(assets.get(block * gap + n % gap), n % (2 * gap) < gap));
        }
        return changes;
    }

    /** How many assets so many changes are about at most. */
    static int needed(int count, int gap) {
        return (count + 2 * gap - 1) / (2 * gap) * gap;
    }

    /** These assets, all in the same way. */
    static List<Change> all(Collection<String> assets, boolean down) {
        return assets.stream()
                .map(asset -> new Change(new AssetKey(asset), down))
                .toList();
    }
}
