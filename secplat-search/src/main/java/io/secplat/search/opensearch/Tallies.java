package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.EventHours.Span;
import jakarta.json.JsonObject;
import java.util.Collection;

/** Counting checks by aggregation. */
final class Tallies {

    /** What is counted in each bucket. */
    static final JsonObject COUNTS = new JsonWriter()
            .put("successes", Dsl.object("filter", HealthQueries.SUCCESS))
            .put("latency", Dsl.metric("stats", "latency_ms"))
            .build();

    private Tallies() {}

    /** A bucket that holds what {@code filter} matches. */
    static JsonObject bucket(JsonObject filter) {
        return Dsl.bucket(filter, COUNTS);
    }

    /**
     * A search over every check of these assets in a span. All of it is one search, so that an event that comes meanwhile is in
     * every figure or in none.
     */
    static JsonObject of(Collection<AssetKey> assets, Span span) {
        return Dsl.matches(HealthQueries.resultsOf(assets, Dsl.in(HealthQueries.TIME, span)))
                .put("aggs", COUNTS)
                .build();
    }

    /** What that search found; nothing while the index does not exist yet. */
    static Sums found(JsonObject answer) {
        JsonObject counted = Dsl.aggregations(answer);
        return counted.isEmpty() ? Sums.NONE : sums(Dsl.total(answer), counted);
    }

    static Sums read(JsonObject bucket) {
        return sums(bucket.getJsonNumber("doc_count").longValue(), bucket);
    }

    private static Sums sums(long checks, JsonObject counted) {
        JsonObject latency = counted.getJsonObject("latency");
        return new Sums(
                checks,
                counted.getJsonObject("successes").getJsonNumber("doc_count").longValue(),
                latency.getJsonNumber("count").longValue(),
                latency.getJsonNumber("sum").longValue());
    }
}
