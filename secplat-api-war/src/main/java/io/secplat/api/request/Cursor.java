package io.secplat.api.request;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The place in a list where the next page begins: the sort values of the last item, opaque to clients. */
public final class Cursor {

    private Cursor() {}

    /** Unpadded base64url text that is safe in a URL. */
    public static String encode(String... parts) {
        String json = Json.createArrayBuilder(List.of(parts)).build().toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A part that is a time; empty for one that no store has. */
    public static Optional<Instant> time(String part) {
        return BodyValues.time(part);
    }

    /** The parts again; empty for text that no cursor has. */
    public static Optional<List<String>> decode(String cursor) {
        try (JsonReader reader = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
            return Optional.of(reader.readArray().getValuesAs(JsonString::getString));
        } catch (IllegalArgumentException | JsonException | ClassCastException e) {
            return Optional.empty();
        }
    }
}
