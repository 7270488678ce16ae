package io.secplat.api.posture;

import io.secplat.search.PostureFilter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An inventory in memory; it filters nothing. */
public final class FakeInventory implements Inventory {

    private final Map<String, InventoryEntry> entries = new TreeMap<>();

    public void put(InventoryEntry entry) {
        entries.put(entry.assetKey(), entry);
    }

    @Override
    public Map<String, InventoryEntry> find(Collection<String> assetKeys) {
        Map<String, InventoryEntry> found = new TreeMap<>(entries);
        found.keySet().retainAll(assetKeys);
        return found;
    }

    @Override
    public Overlay overlay(Collection<String> assetKeys, PostureFilter counted) {
        return new Overlay(find(assetKeys), countUnmonitored(counted));
    }

    @Override
    public Unmonitored unmonitored(PostureFilter filter, Optional<String> after, int limit) {
        List<InventoryEntry> rest = entries.values().stream()
                .filter(entry -> !entry.monitored())
                .filter(entry -> entry.assetKey().compareTo(after.orElse("")) > 0)
                .limit(limit)
                .toList();
        return new Unmonitored(countUnmonitored(filter), rest);
    }

    @Override
    public long countUnmonitored(PostureFilter filter) {
        return entries.values().stream().filter(entry -> !entry.monitored()).count();
    }

    @Override
    public List<String> monitored() {
        return entries.values().stream()
                .filter(InventoryEntry::monitored)
                .map(InventoryEntry::assetKey)
                .toList();
    }
}
