package io.secplat.api.queue;

import io.secplat.api.request.Cursor;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.stream.Message;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** One page of dead letters, and where the next begins: at what is older than its last. */
record DeadLetterPage(StreamName stream, List<Message> found, int limit) {

    static Optional<String> place(QueryValues query) {
        return query.cursor(1).flatMap(parts -> {
            Optional<String> id = DeadLetterId.of(parts.get(0));
            if (id.isEmpty()) {
                query.violation("cursor", "cursor", "cursor is not a cursor of this list");
            }
            return id;
        });
    }

    /** The page, given one more than it shows if there are more. */
    JsonObject json() {
        List<Message> shown = found.subList(0, Math.min(limit, found.size()));
        JsonArrayBuilder items = Json.createArrayBuilder();
        shown.forEach(letter -> items.add(new DeadLetterItem(stream, letter).json()));
        return new JsonWriter()
                .put("items", items.build())
                .put(
                        "next_cursor",
                        found.size() > limit
                                ? Cursor.encode(shown.get(limit - 1).id())
                                : null)
                .build();
    }
}
