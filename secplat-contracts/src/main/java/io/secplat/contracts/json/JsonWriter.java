package io.secplat.contracts.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object member by member; a null value becomes JSON {@code null}. */
public final class JsonWriter {

    private final JsonObjectBuilder builder = Json.createObjectBuilder();

    public JsonWriter put(String name, @Nullable String value) {
        return put(name, value == null ? JsonValue.NULL : Json.createValue(value));
    }

    public JsonWriter put(String name, @Nullable Integer value) {
        return put(name, value == null ? JsonValue.NULL : Json.createValue(value));
    }

    public JsonWriter put(String name, @Nullable Long value) {
        return put(name, value == null ? JsonValue.NULL : Json.createValue(value));
    }

    public JsonWriter put(String name, @Nullable Double value) {
        return put(name, value == null ? JsonValue.NULL : Json.createValue(value));
    }

    public JsonWriter put(String name, boolean value) {
        return put(name, value ? JsonValue.TRUE : JsonValue.FALSE);
    }

    public JsonWriter put(String name, @Nullable Instant value) {
        return put(name, value == null ? null : value.toString());
    }

    public JsonWriter put(String name, Collection<String> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return put(name, array.build());
    }

    public JsonWriter put(String name, JsonValue value) {
        builder.add(name, value);
        return this;
    }

    /** Leaves the member out when there is no value. */
    public JsonWriter putIfPresent(String name, @Nullable String value) {
        return value == null ? this : put(name, value);
    }

    /** Leaves the member out when there is no value. */
    public JsonWriter putIfPresent(String name, @Nullable Integer value) {
        return value == null ? this : put(name, value);
    }

    /** Leaves the member out when there is no value. */
    public JsonWriter putIfPresent(String name, @Nullable JsonValue value) {
        return value == null ? this : put(name, value);
    }

    public JsonObject build() {
        return builder.build();
    }
}
