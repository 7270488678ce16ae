package io.secplat.api.posture;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.search.AssetStatuses;
import io.secplat.search.PostureFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The posture list, worst first; unmonitored assets, where wanted, come last by key. */
public final class PostureList {

    private static final int LONGEST_PAGE = 1_000;
    private static final int ALL_AT_ONCE = 100_000;
    private static final String UNMONITORED = "u:";
    private static final String MONITORED = "m:";

    private final AssetStatuses statuses;
    private final Inventory inventory;

    /** Which assets are wanted. */
    public enum Scope {
        MONITORED,
        UNMONITORED,
        ALL
    }

    /** One page, and where the next begins. */
    public record Page(long total, List<AssetState> items, Optional<String> nextCursor) {}

    public PostureList(AssetStatuses statuses, Inventory inventory) {
        this.statuses = statuses;
        this.inventory = inventory;
    }

    /** Everything that matches. */
    public Page complete(PostureFilter filter, Scope scope) {
        List<AssetState> items = new ArrayList<>();
        if (scope != Scope.UNMONITORED) {
            items.addAll(states(statuses.all(filter)));
        }
        if (wantsUnmonitored(filter, scope)) {
            inventory.unmonitored(filter, Optional.empty(), ALL_AT_ONCE).stream()
                    .map(AssetState::underived)
                    .forEach(items::add);
        }
        return new Page(items.size(), items, Optional.empty());
    }

    /** One page of at most {@code limit} (capped at 1 000); a cursor that cannot be read is an IllegalArgumentException. */
    public Page page(PostureFilter filter, Scope scope, int limit, Optional<String> cursor) {
        int size = Math.min(LONGEST_PAGE, limit);
        boolean withUnmonitored = wantsUnmonitored(filter, scope);
        if (scope == Scope.UNMONITORED
                || cursor.filter(c -> c.startsWith(UNMONITORED)).isPresent()) {
            return withUnmonitored
                    ? unmonitored(filter, scope, size, cursor)
                    : new Page(0, List.of(), Optional.empty());
        }
        AssetStatuses.Page found = statuses.page(filter, size, cursor.map(c -> strip(c, MONITORED)));
        long others = withUnmonitored ? inventory.countUnmonitored(filter) : 0;
        Optional<String> next = found.nextCursor()
                .map(c -> MONITORED + c)
                .or(() -> others > 0 ? Optional.of(UNMONITORED) : Optional.empty());
        return new Page(found.total() + others, states(found.documents()), next);
    }

    private Page unmonitored(PostureFilter filter, Scope scope, int size, Optional<String> cursor) {
        Optional<String> after = cursor.map(c -> strip(c, UNMONITORED)).filter(key -> !key.isEmpty());
        List<InventoryEntry> found = inventory.unmonitored(filter, after, size + 1);
        List<InventoryEntry> shown = found.subList(0, Math.min(size, found.size()));
        Optional<String> next = found.size() > size
                ? Optional.of(UNMONITORED + shown.get(size - 1).assetKey())
                : Optional.empty();
        long derived = scope == Scope.ALL ? statuses.summary(filter).total() : 0;
        return new Page(
                derived + inventory.countUnmonitored(filter),
                shown.stream().map(AssetState::underived).toList(),
                next);
    }

    private List<AssetState> states(List<AssetStatusDocument> documents) {
        Map<String, InventoryEntry> known = inventory.find(
                documents.stream().map(document -> document.assetKey().value()).toList());
        return documents.stream()
                .map(document ->
                        AssetState.of(document, known.get(document.assetKey().value())))
                .toList();
    }

    /** A filter by status leaves unmonitored assets out unless it names them. */
    private static boolean wantsUnmonitored(PostureFilter filter, Scope scope) {
        return scope != Scope.MONITORED
                && (filter.status().isEmpty() || filter.status().contains("unmonitored"));
    }

    private static String strip(String cursor, String prefix) {
        if (!cursor.startsWith(prefix)) {
            throw new IllegalArgumentException("cursor cannot be read");
        }
        return cursor.substring(prefix.length());
    }
}
