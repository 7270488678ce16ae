package io.secplat.contracts.event;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Entries as they were once written to a stream; each must be readable for ever. */
final class Golden {

    private Golden() {}

    static Map<String, String> fields(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        json("/golden/" + name + ".json").forEach((key, value) -> fields.put(key, ((JsonString) value).getString()));
        return fields;
    }

    static JsonObject json(String resource) {
        InputStream stream = Objects.requireNonNull(Golden.class.getResourceAsStream(resource), resource);
        try (JsonReader reader = Json.createReader(stream)) {
            return reader.readObject();
        }
    }
}
