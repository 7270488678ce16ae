package io.secplat.api.posture;

import io.secplat.api.posture.PostureList.Scope;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.search.AssetStatuses;
import io.secplat.search.PostureFilter;
import java.util.List;
import java.util.Optional;

/** The complete posture list, one page in memory at a time; the first is read before anything is answered. Closed by its reader. */
public final class PostureWalk implements AutoCloseable {

    private static final int PAGE = PostureList.LONGEST_PAGE;

    private final Inventory inventory;
    private final PostureFilter filter;
    private final Optional<AssetStatuses.Walk> monitored;
    private final long total;
    private Optional<String> unmonitoredAfter;
    private boolean monitoredLeft;
    private boolean unmonitoredLeft;

    PostureWalk(AssetStatuses statuses, Inventory inventory, PostureFilter filter, Scope scope) {
        this.inventory = inventory;
        this.filter = filter;
        this.monitoredLeft = scope != Scope.UNMONITORED;
        this.unmonitoredLeft = PostureList.wantsUnmonitored(filter, scope);
        this.unmonitoredAfter = Optional.empty();
        long others = unmonitoredLeft ? inventory.countUnmonitored(filter) : 0;
        this.monitored = monitoredLeft ? Optional.of(statuses.walk(filter, PAGE)) : Optional.empty();
        this.total = others + monitored.map(AssetStatuses.Walk::total).orElse(0L);
    }

    /** How many assets match. */
    public long total() {
        return total;
    }

    /** The next page; empty when there is no more. */
    public List<AssetState> next() {
        while (monitoredLeft) {
            List<AssetStatusDocument> documents =
                    monitored.map(AssetStatuses.Walk::next).orElse(List.of());
            monitoredLeft = !documents.isEmpty();
            List<AssetState> states = AssetState.of(documents, inventory.find(PostureList.keys(documents)), filter);
            if (!states.isEmpty()) {
                return states;
            }
        }
        return unmonitoredLeft ? unmonitored() : List.of();
    }

    private List<AssetState> unmonitored() {
        List<InventoryEntry> entries =
                inventory.unmonitored(filter, unmonitoredAfter, PAGE).entries();
        unmonitoredLeft = entries.size() == PAGE;
        unmonitoredAfter = entries.stream().reduce((first, last) -> last).map(InventoryEntry::assetKey);
        return entries.stream().map(AssetState::underived).toList();
    }

    @Override
    public void close() {
        monitored.ifPresent(AssetStatuses.Walk::close);
    }
}
