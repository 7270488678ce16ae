package io.secplat.local.inbox;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** Reading what was sent, whatever it may be. */
final class Payload {

    private Payload() {}

    /** The object the text holds; empty when it holds anything else. */
    static Optional<JsonObject> object(String text) {
        try (jakarta.json.JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    static JsonObject object(Map<String, String> form) {
        JsonWriter writer = new JsonWriter();
        form.forEach(writer::put);
        return writer.build();
    }

    /** The member's text; empty when it is missing, blank or no text. */
    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString string
                ? string.getString().strip()
                : "";
    }

    static JsonObject child(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
    }

    static boolean hasItems(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array && !array.isEmpty();
    }
}
