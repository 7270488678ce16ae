package io.secplat.api.outbox;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetMirror;
import io.secplat.search.AssetMirror.Change;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The search index that mirrors the inventory. */
public final class MirrorTarget implements OutboxTarget {

    private final AssetMirror mirror;

    public MirrorTarget(AssetMirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public String lane() {
        return "mirror";
    }

    @Override
    public Set<String> names() {
        return Set.of(OutboxEntry.ASSET_MIRROR);
    }

    @Override
    public Duration rest() {
        return LONG_REST;
    }

    @Override
    public void accept(List<OutboxRow> rows) {
        mirror.apply(rows.stream().map(row -> change(row.entry())).toList());
    }

    private static Change change(OutboxEntry entry) {
        return entry.eventType().equals(OutboxEntry.ASSET_REMOVED)
                ? new Change.Remove(new AssetKey(entry.payload().getString("asset_key")))
                : new Change.Save(AssetDocument.fromJson(entry.payload()));
    }
}
