package io.secplat.api.suppression;

import io.secplat.api.request.Cursor;
import io.secplat.api.request.QueryValues;
import io.secplat.api.suppression.Suppressions.Part;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** One page of windows or rules, and where the next begins: below the id of its last. */
final class SuppressionPage {

    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private SuppressionPage() {}

    /** The part that a call asks for, and one more, which tells whether there is a next page. */
    static Part part(QueryValues query) {
        boolean activeOnly = query.flag("active_only", false);
        int limit = query.limit(PAGE, LONGEST_PAGE);
        return new Part(activeOnly, limit + 1, place(query));
    }

    private static Optional<Integer> place(QueryValues query) {
        return query.cursor(1).flatMap(parts -> {
            try {
                return Optional.of(Integer.valueOf(parts.get(0)));
            } catch (NumberFormatException e) {
                query.violation("cursor", "cursor", "cursor is not a cursor of this list");
                return Optional.empty();
            }
        });
    }

    static <T> JsonObject of(List<T> found, Part part, ToIntFunction<T> id, Function<T, JsonObject> item) {
        int limit = part.max() - 1;
        List<T> shown = found.subList(0, Math.min(limit, found.size()));
        JsonArrayBuilder items = Json.createArrayBuilder();
        shown.forEach(one -> items.add(item.apply(one)));
        String next =
                found.size() > limit ? Cursor.encode(Integer.toString(id.applyAsInt(shown.get(limit - 1)))) : null;
        return new JsonWriter()
                .put("items", items.build())
                .put("next_cursor", next)
                .build();
    }
}
