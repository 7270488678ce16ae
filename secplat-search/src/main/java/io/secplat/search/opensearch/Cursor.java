package io.secplat.search.opensearch;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue.ValueType;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where a page ended, as opaque text: the sort values of its last hit. It holds no state in the cluster and never expires. */
final class Cursor {

    private Cursor() {}

    static String of(JsonArray sortValues) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sortValues.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The sort values; IllegalArgumentException unless they have exactly these types. */
    static JsonArray read(String cursor, ValueType... types) {
        try (JsonReader reader = Json.createReader(new StringReader(decode(cursor)))) {
            JsonArray values = reader.readArray();
            if (!values.stream().map(value -> value.getValueType()).toList().equals(List.of(types))) {
                throw new IllegalArgumentException("the cursor belongs to another list");
            }
            return values;
        } catch (JsonException e) {
            throw new IllegalArgumentException("the cursor cannot be read", e);
        }
    }

    private static String decode(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
