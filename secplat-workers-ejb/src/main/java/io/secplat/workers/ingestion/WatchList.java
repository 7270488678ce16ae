package io.secplat.workers.ingestion;

import io.secplat.runtime.Journal;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The assets that are probed: the inventory's newest list, or the last one that it gave, also after a restart. */
public final class WatchList {

    private final Inventory inventory;
    private final LastInventory last;
    private final Journal journal;

    private volatile List<MonitoredAsset> assets = List.of();
    private boolean recalled;
    private boolean away;

    public WatchList(Inventory inventory, LastInventory last, Journal journal) {
        this.inventory = inventory;
        this.last = last;
        this.journal = journal;
    }

    /** The list to probe now; empty until the first {@link #refresh}. */
    public List<MonitoredAsset> assets() {
        return assets;
    }

    /** Asks the inventory; while it is away the list stays as it is. One thread calls this. */
    public void refresh() throws InterruptedException {
        if (!recalled) {
            recall();
        }
        try {
            take(inventory.monitored());
            away = false;
        } catch (InventoryUnavailableException e) {
            if (!away) {
                journal.warn("inventory.refresh", "unavailable", Map.of("assets_kept", assets.size()));
            }
            away = true;
        }
    }

    private void recall() {
        recalled = true;
        last.recall().ifPresent(kept -> {
            assets = kept;
            journal.info("inventory.recall", "done", Map.of("assets", kept.size()));
        });
    }

    private void take(List<MonitoredAsset> fresh) {
        if (fresh.equals(assets)) {
            return;
        }
        assets = List.copyOf(fresh);
        journal.info("inventory.refresh", "changed", Map.of("assets", fresh.size()));
        try {
            last.keep(fresh);
        } catch (UncheckedIOException e) {
            journal.error("inventory.keep", "failed", e);
        }
    }
}
