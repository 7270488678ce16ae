package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.HealthEvents.Tally;
import jakarta.json.JsonObject;

/** Counting checks by aggregation. */
final class Tallies {

    /** What is counted in each bucket. */
    static final JsonObject COUNTS = new JsonWriter()
            .put("successes", Dsl.object("filter", HealthQueries.SUCCESS))
            .put(
                    "latency",
                    Dsl.object(
                            "avg", new JsonWriter().put("field", "latency_ms").build()))
            .build();

    private Tallies() {}

    /** A bucket that holds what {@code filter} matches. */
    static JsonObject bucket(JsonObject filter) {
        return new JsonWriter().put("filter", filter).put("aggs", COUNTS).build();
    }

    static Tally read(JsonObject bucket) {
        return new Tally(
                bucket.getJsonNumber("doc_count").longValue(),
                bucket.getJsonObject("successes").getJsonNumber("doc_count").longValue(),
                new JsonReader(bucket.getJsonObject("latency")).decimal("value").orElse(null));
    }
}
