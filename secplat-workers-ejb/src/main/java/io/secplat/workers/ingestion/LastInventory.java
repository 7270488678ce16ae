package io.secplat.workers.ingestion;

import java.util.List;
import java.util.Optional;

/** Remembers the last list of monitored assets beyond a restart. Every method throws java.io.UncheckedIOException. */
public interface LastInventory {

    /** Keeps nothing, where no place for it was given. */
    LastInventory NONE = new LastInventory() {
        @Override
        public Optional<List<MonitoredAsset>> recall() {
            return Optional.empty();
        }

        @Override
        public void keep(List<MonitoredAsset> assets) {}
    };

    /** What was kept last; empty when nothing was, or it cannot be read any more. */
    Optional<List<MonitoredAsset>> recall();

    /** Replaces what is kept, completely or not at all. */
    void keep(List<MonitoredAsset> assets);
}
