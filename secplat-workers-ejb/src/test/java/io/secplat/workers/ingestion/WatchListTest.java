package io.secplat.workers.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.ingestion.file.FileLastInventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchListTest {

    private static final MonitoredAsset BILLING = Samples.asset("billing-web", 60);
    private static final MonitoredAsset SHOP = Samples.asset("juice-shop", 5);

    @TempDir
    Path state;

    private final AtomicReference<List<MonitoredAsset>> known = new AtomicReference<>();
    private final Inventory inventory = () -> {
        if (known.get() == null) {
            throw new InventoryUnavailableException("away", null);
        }
        return known.get();
    };

    @Test
    void the_newest_list_replaces_the_one_before() throws Exception {
        WatchList watched = watchList();
        known.set(List.of(BILLING, SHOP));
        watched.refresh();
        known.set(List.of(SHOP));
        watched.refresh();

        assertThat(watched.assets()).containsExactly(SHOP);
    }

    @Test
    void the_last_list_stays_while_the_inventory_is_away() throws Exception {
        WatchList watched = watchList();
        known.set(List.of(BILLING));
        watched.refresh();
        known.set(null);
        watched.refresh();

        assertThat(watched.assets()).containsExactly(BILLING);
    }

    @Test
    void the_last_list_is_there_after_a_restart_too() throws Exception {
        known.set(List.of(BILLING, SHOP));
        watchList().refresh();
        known.set(null);

        WatchList afterRestart = watchList();
        afterRestart.refresh();

        assertThat(afterRestart.assets()).containsExactly(BILLING, SHOP);
        assertThat(state).isDirectoryContaining("glob:**/monitored-assets.json");
    }

    @Test
    void a_damaged_file_counts_as_none() throws Exception {
        known.set(List.of(BILLING));
        watchList().refresh();
        damage();
        known.set(null);

        WatchList afterRestart = watchList();
        afterRestart.refresh();

        assertThat(afterRestart.assets()).isEmpty();
    }

    @Test
    void a_place_that_cannot_be_written_does_not_stop_the_probing() throws Exception {
        Path file = Files.createFile(state.resolve("not-a-folder"));
        WatchList watched = new WatchList(inventory, new FileLastInventory(file), Samples.silentJournal());
        known.set(List.of(BILLING));
        watched.refresh();

        assertThat(watched.assets()).containsExactly(BILLING);
    }

    private WatchList watchList() {
        return new WatchList(inventory, new FileLastInventory(state), Samples.silentJournal());
    }

    private void damage() throws IOException {
        try (var files = Files.list(state)) {
            Files.writeString(files.findFirst().orElseThrow(), "[{\"asset_key\":");
        }
    }
}
