package io.secplat.api.reports;

import io.secplat.api.request.Cursor;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** One page of stored reports, and where the next begins: below the id of its last. */
final class SnapshotPage {

    private SnapshotPage() {}

    static Optional<Integer> place(QueryValues query) {
        return query.cursor(1).flatMap(parts -> {
            try {
                return Optional.of(Integer.valueOf(parts.get(0)));
            } catch (NumberFormatException e) {
                query.violation("cursor", "cursor", "cursor is not a cursor of this list");
                return Optional.empty();
            }
        });
    }

    /** The page, given one snapshot more than it shows if there are more. */
    static JsonObject of(List<Snapshot> found, int limit) {
        List<Snapshot> shown = found.subList(0, Math.min(limit, found.size()));
        JsonArrayBuilder items = Json.createArrayBuilder();
        shown.forEach(snapshot -> items.add(snapshot.json()));
        String next = found.size() > limit
                ? Cursor.encode(Integer.toString(shown.get(limit - 1).id()))
                : null;
        return new JsonWriter()
                .put("items", items.build())
                .put("next_cursor", next)
                .build();
    }
}
