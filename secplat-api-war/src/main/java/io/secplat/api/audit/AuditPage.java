package io.secplat.api.audit;

import io.secplat.api.audit.AuditLog.Listed;
import io.secplat.api.audit.AuditLog.Place;
import io.secplat.api.request.Cursor;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** One page of the audit, and where the next begins: below time and id of its last row. */
final class AuditPage {

    private AuditPage() {}

    static Optional<Place> place(QueryValues query) {
        return query.cursor(2).flatMap(parts -> {
            Optional<Place> place =
                    Cursor.time(parts.get(0)).flatMap(at -> id(parts.get(1)).map(id -> new Place(at, id)));
            if (place.isEmpty()) {
                query.violation("cursor", "cursor", "cursor is not a cursor of this list");
            }
            return place;
        });
    }

    /** The page, given one row more than it shows if there are more. */
    static JsonObject of(List<Listed> found, int limit, List<String> actions) {
        List<Listed> shown = found.subList(0, Math.min(limit, found.size()));
        JsonArrayBuilder items = Json.createArrayBuilder();
        shown.forEach(row -> items.add(item(row)));
        return new JsonWriter()
                .put("items", items.build())
                .put("actions", actions)
                .put("next_cursor", found.size() > limit ? cursor(shown.get(limit - 1)) : null)
                .build();
    }

    private static JsonObject item(Listed row) {
        AuditEntry entry = row.entry();
        return new JsonWriter()
                .put("id", row.id())
                .put("created_at", row.at())
                .put("action", entry.action())
                .put("user_name", entry.userName())
                .put("asset_key", entry.assetKey())
                .put("details", entry.details())
                .put("request_id", entry.requestId())
                .build();
    }

    private static String cursor(Listed row) {
        return Cursor.encode(row.at().toString(), Long.toString(row.id()));
    }

    private static Optional<Long> id(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
