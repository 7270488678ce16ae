package io.secplat.contracts.event;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream entry: a value comes from the flat field first and from the {@code payload} JSON if the flat field is
 * absent. Empty text counts as absent. Malformed values are an IllegalArgumentException that names the field.
 */
public final class EventFields {

    private final Map<String, String> fields;
    private final JsonObject payload;

    public EventFields(Map<String, String> fields) {
        this.fields = fields;
        this.payload = parse(fields.get(FieldNames.PAYLOAD));
    }

    /** The payload object; empty when absent or unreadable, since flat fields come first. */
    public JsonObject payload() {
        return payload;
    }

    public Optional<String> text(String name) {
        String flat = fields.get(name);
        if (flat != null) {
            return flat.isEmpty() ? Optional.empty() : Optional.of(flat);
        }
        return fromPayload(name)
                .map(value -> value instanceof JsonString string ? string.getString() : value.toString())
                .filter(text -> !text.isEmpty());
    }

    public Optional<Integer> integer(String name) {
        return text(name).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " must be an integer");
            }
        });
    }

    /** {@code true} in any case; everything else is false. */
    public boolean bool(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** A JSON list of strings, a list without quotes such as {@code [a,b]}, or one bare name; empty when absent. */
    public List<String> texts(String name) {
        return text(name).map(EventFields::list).orElse(List.of());
    }

    /** A JSON object; empty when absent. */
    public Optional<JsonObject> object(String name) {
        return text(name).map(text -> {
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            } catch (JsonException e) {
                throw new IllegalArgumentException(name + " must be a JSON object");
            }
        });
    }

    private static List<String> list(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("[")) {
            return List.of(trimmed);
        }
        try (JsonReader reader = Json.createReader(new StringReader(trimmed))) {
            return reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        } catch (JsonException | ClassCastException e) {
            return bare(trimmed);
        }
    }

    private static List<String> bare(String text) {
        String inner = text.substring(1, text.endsWith("]") ? text.length() - 1 : text.length());
        return Arrays.stream(inner.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private Optional<JsonValue> fromPayload(String name) {
        return Optional.ofNullable(payload.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private static JsonObject parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }
}
