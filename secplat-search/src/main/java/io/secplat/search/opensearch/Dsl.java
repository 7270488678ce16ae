package io.secplat.search.opensearch;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.EventHours.Span;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The few words of the query language that the adapters use. */
final class Dsl {

    static final JsonObject EVERYTHING = object("match_all", JsonValue.EMPTY_JSON_OBJECT);

    private static final int ASCII_END = 128;

    private Dsl() {}

    static JsonObject object(String name, JsonValue value) {
        return new JsonWriter().put(name, value).build();
    }

    static JsonArray array(Collection<? extends JsonValue> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    static JsonObject term(String field, String value) {
        return object("term", new JsonWriter().put(field, value).build());
    }

    static JsonObject term(String field, int value) {
        return object("term", new JsonWriter().put(field, value).build());
    }

    /** The cluster folds the case of ASCII alone; other letters are spelled out in both cases, which takes a pattern. */
    static JsonObject termAnyCase(String field, String value) {
        boolean ascii = value.chars().allMatch(c -> c < ASCII_END);
        JsonObject rule = new JsonWriter()
                .put("value", ascii ? value : AnyCase.pattern(value))
                .put("case_insensitive", true)
                .build();
        return object(ascii ? "term" : "regexp", object(field, rule));
    }

    static JsonObject terms(String field, Collection<String> values) {
        return object("terms", new JsonWriter().put(field, values).build());
    }

    static JsonObject exists(String field) {
        return object("exists", new JsonWriter().put("field", field).build());
    }

    static JsonObject after(String field, Instant time) {
        return object("range", object(field, new JsonWriter().put("gt", time).build()));
    }

    static JsonObject between(String field, Instant after, Instant until) {
        return object(
                "range",
                object(
                        field,
                        new JsonWriter().put("gt", after).put("lte", until).build()));
    }

    /** A span's first moment belongs to it and its end does not. */
    static JsonObject in(String field, Span span) {
        JsonWriter bounds = new JsonWriter().put("gte", span.from());
        Instant until = span.until();
        if (until != null) {
            bounds.put("lt", until);
        }
        return object("range", object(field, bounds.build()));
    }

    static JsonObject all(JsonObject... queries) {
        return all(List.of(queries));
    }

    static JsonObject all(List<JsonObject> queries) {
        return queries.isEmpty() ? EVERYTHING : object("bool", object("filter", array(queries)));
    }

    static JsonObject any(List<JsonObject> queries) {
        return object(
                "bool",
                new JsonWriter()
                        .put("should", array(queries))
                        .put("minimum_should_match", 1)
                        .build());
    }

    static JsonObject any(JsonObject... queries) {
        return any(List.of(queries));
    }

    static JsonObject not(JsonObject query) {
        return object("bool", object("must_not", array(List.of(query))));
    }

    static JsonObject ascending(String field) {
        return new JsonWriter().put(field, "asc").build();
    }

    static JsonObject descending(String field) {
        return new JsonWriter().put(field, "desc").build();
    }

    /** Counts documents instead of fetching any. */
    static JsonObject counting(JsonObject query, JsonObject buckets) {
        return new JsonWriter()
                .put("query", query)
                .put("size", 0)
                .put("track_total_hits", false)
                .put("aggs", buckets)
                .build();
    }

    /** A bucket that holds what the filter matches, and what is counted in it. */
    static JsonObject bucket(JsonObject filter, JsonObject counts) {
        return new JsonWriter().put("filter", filter).put("aggs", counts).build();
    }

    /** A figure over one field. */
    static JsonObject metric(String kind, String field) {
        return object(kind, new JsonWriter().put("field", field).build());
    }

    /** What a search counted; nothing when the index does not exist yet. */
    static JsonObject aggregations(JsonObject answer) {
        JsonObject counted = answer.getJsonObject("aggregations");
        return counted == null ? JsonValue.EMPTY_JSON_OBJECT : counted;
    }

    /** Counts every document that the query matches, and fetches none. */
    static JsonWriter matches(JsonObject query) {
        return new JsonWriter().put("query", query).put("size", 0).put("track_total_hits", true);
    }

    /** How many documents such a search matched; also one of another size that asked for all of them to be counted. */
    static long total(JsonObject answer) {
        return answer.getJsonObject("hits")
                .getJsonObject("total")
                .getJsonNumber("value")
                .longValue();
    }

    /** The hits of a search answer; none when the index does not exist yet. */
    static Stream<JsonObject> hits(JsonObject answer) {
        JsonObject hits = answer.getJsonObject("hits");
        return hits == null
                ? Stream.empty()
                : hits.getJsonArray("hits").stream().map(JsonValue::asJsonObject);
    }
}
