package io.secplat.api.request;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One page of a list that is newest first by id, and where the next begins: below the id of its last.
 *
 * @param limit how many are shown
 * @param below only what has a smaller id
 */
public record IdPage(int limit, Optional<Integer> below) {

    private static final int USUAL = 50;
    private static final int LONGEST = 200;

    /** The page that a call asks for: 50 unless it says otherwise, at most 200. */
    public static IdPage asked(QueryValues query) {
        return new IdPage(query.limit(USUAL, LONGEST), place(query));
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

    /** How many to look for: one more than is shown tells whether there is a next page. */
    public int wanted() {
        return limit + 1;
    }

    /** The page, given what was found. */
    public <T> JsonObject of(List<T> found, ToIntFunction<T> id, Function<T, JsonObject> item) {
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
