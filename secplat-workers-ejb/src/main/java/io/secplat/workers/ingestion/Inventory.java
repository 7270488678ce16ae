package io.secplat.workers.ingestion;

import java.util.List;

/** Knows which assets are monitored now. */
public interface Inventory {

    /** Every monitored asset; throws {@link InventoryUnavailableException}. */
    List<MonitoredAsset> monitored() throws InterruptedException;
}
