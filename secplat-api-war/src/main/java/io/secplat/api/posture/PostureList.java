package io.secplat.api.posture;

import io.secplat.api.posture.Inventory.Overlay;
import io.secplat.api.posture.Inventory.Unmonitored;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.AssetStatuses;
import io.secplat.search.PostureFilter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The posture list, worst first; unmonitored assets, where wanted, come last by key. A page is one search and one query, however
 * many assets there are.
 */
public final class PostureList {

    /** The longest page, and the longest list that is answered in one piece. */
    static final int LONGEST_PAGE = 1_000;

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
    public record Page(long total, List<AssetState> items, Optional<String> nextCursor) {

        public JsonObject json() {
            JsonArrayBuilder states = Json.createArrayBuilder();
            items.forEach(state -> states.add(state.json()));
            return new JsonWriter()
                    .put("total", total)
                    .put("items", states.build())
                    .put("next_cursor", nextCursor.orElse(null))
                    .build();
        }
    }

    public PostureList(AssetStatuses statuses, Inventory inventory) {
        this.statuses = statuses;
        this.inventory = inventory;
    }

    /** Everything that matches, if that is one page; otherwise empty, and {@link #walk} is the way. */
    public Optional<Page> complete(PostureFilter filter, Scope scope) {
        Page page = page(filter, scope, LONGEST_PAGE, Optional.empty());
        return Optional.of(page).filter(all -> all.nextCursor().isEmpty());
    }

    /** Everything that matches, however much, page by page. */
    public PostureWalk walk(PostureFilter filter, Scope scope) {
        return new PostureWalk(statuses, inventory, filter, scope);
    }

    /** One page of at most {@code limit} (capped at 1 000); a cursor that cannot be read is an IllegalArgumentException. */
    public Page page(PostureFilter filter, Scope scope, int limit, Optional<String> cursor) {
        int size = Math.min(LONGEST_PAGE, limit);
        boolean withOthers = wantsUnmonitored(filter, scope);
        if (scope == Scope.UNMONITORED
                || cursor.filter(place -> place.startsWith(UNMONITORED)).isPresent()) {
            return withOthers ? unmonitored(filter, scope, size, cursor) : new Page(0, List.of(), Optional.empty());
        }
        AssetStatuses.Page found = statuses.page(filter, size, cursor.map(place -> strip(place, MONITORED)));
        List<String> keys = keys(found.documents());
        Overlay overlay = withOthers ? inventory.overlay(keys, filter) : new Overlay(inventory.find(keys), 0);
        Optional<String> next = found.nextCursor()
                .map(place -> MONITORED + place)
                .or(() -> overlay.unmonitored() > 0 ? Optional.of(UNMONITORED) : Optional.empty());
        return new Page(
                found.total() + overlay.unmonitored(), AssetState.of(found.documents(), overlay.known(), filter), next);
    }

    private Page unmonitored(PostureFilter filter, Scope scope, int size, Optional<String> cursor) {
        Optional<String> after = cursor.map(place -> strip(place, UNMONITORED)).filter(key -> !key.isEmpty());
        Unmonitored found = inventory.unmonitored(filter, after, size + 1);
        List<InventoryEntry> entries = found.entries();
        List<InventoryEntry> shown = entries.subList(0, Math.min(size, entries.size()));
        Optional<String> next = entries.size() > size
                ? Optional.of(UNMONITORED + shown.get(size - 1).assetKey())
                : Optional.empty();
        long derived =
                scope == Scope.ALL ? statuses.page(filter, 1, Optional.empty()).total() : 0;
        return new Page(
                derived + found.total(),
                shown.stream().map(AssetState::underived).toList(),
                next);
    }

    static List<String> keys(List<AssetStatusDocument> documents) {
        return documents.stream().map(document -> document.assetKey().value()).toList();
    }

    /** A filter by status leaves unmonitored assets out unless it names them. */
    static boolean wantsUnmonitored(PostureFilter filter, Scope scope) {
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
