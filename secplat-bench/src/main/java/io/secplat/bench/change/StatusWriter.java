package io.secplat.bench.change;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.event.PostureChanged;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatuses.Stored;
import io.secplat.search.AssetStatuses.Write;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Writes status documents as the deriver does, some at once: reads them, and writes them over the state that was read. */
final class StatusWriter {

    private static final int PATIENCE_SECONDS = 60;

    private final AssetStatuses statuses;
    private final Clock clock;
    private final Map<Change, CompletableFuture<PostureChanged>> written = new ConcurrentHashMap<>();

    StatusWriter(AssetStatuses statuses, Clock clock) {
        this.statuses = statuses;
        this.clock = clock;
    }

    /** An IllegalStateException says that somebody else writes documents too. */
    void write(List<Change> changes) {
        Map<AssetKey, Stored> before =
                statuses.find(changes.stream().map(Change::asset).toList());
        List<Write> writes =
                changes.stream().map(change -> write(change, before)).toList();
        if (!statuses.write(writes).isEmpty()) {
            throw new IllegalStateException("somebody else wrote a status document");
        }
        for (int n = 0; n < changes.size(); n++) {
            boolean unused = about(changes.get(n)).complete(changed(writes.get(n)));
        }
    }

    private Write write(Change change, Map<AssetKey, Stored> before) {
        Stored over = Objects.requireNonNull(before.get(change.asset()));
        return new Write(Turn.of(over.document(), change.down(), clock.instant()), over);
    }

    private static PostureChanged changed(Write write) {
        AssetStatusDocument after = write.document();
        return new PostureChanged(
                after.assetKey(),
                Objects.requireNonNull(write.over()).document().status(),
                after.status(),
                after.postureScore(),
                after.postureState(),
                after.lastStatusChange(),
                after.flapping());
    }

    /** What the deriver says of a change; waits until its document is written, at most a minute. */
    PostureChanged changed(Change change) {
        return about(change).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private CompletableFuture<PostureChanged> about(Change change) {
        return written.computeIfAbsent(change, key -> new CompletableFuture<>());
    }
}
