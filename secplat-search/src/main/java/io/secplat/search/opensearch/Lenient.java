package io.secplat.search.opensearch;

import jakarta.json.JsonObject;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads documents one by one: one that a hand wrote in another shape is left out and hides none of the others. */
final class Lenient {

    private Lenient() {}

    /** The document, or nothing when its members have other types than agreed or a required one is missing. */
    static <T> Stream<T> read(JsonObject source, Function<JsonObject, T> reader) {
        try {
            return Stream.of(reader.apply(source));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
