package io.secplat.workers.notify.slack;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/** Reads what Slack says; a member of another type counts as absent. */
final class SlackJson {

    private SlackJson() {}

    static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    static Optional<JsonObject> object(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** The objects in a list; empty when absent. */
    static List<JsonObject> objects(JsonObject json, String name) {
        return json.get(name) instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }
}
