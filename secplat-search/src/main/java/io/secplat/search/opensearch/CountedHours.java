package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Searches over the documents of counted hours. Their bodies, a line for each asset, are never fetched. */
final class CountedHours {

    private static final String EVENTS = "events";
    private static final String ASSETS = "assets";

    private CountedHours() {}

    /** Which hours of a period are counted. */
    static JsonObject in(JsonObject period) {
        return new JsonWriter()
                .put("query", period)
                .put("size", Pages.SIZE)
                .put("track_total_hits", false)
                .put("_source", false)
                .put(
                        "docvalue_fields",
                        Dsl.array(List.of(
                                new JsonWriter()
                                        .put("field", HealthQueries.TIME)
                                        .put("format", "epoch_millis")
                                        .build(),
                                new JsonWriter().put("field", EVENTS).build())))
                .build();
    }

    /** How many events each hour had when it was counted. */
    static Map<Instant, Long> events(JsonObject answer) {
        Map<Instant, Long> counted = new HashMap<>();
        Dsl.hits(answer)
                .map(hit -> hit.getJsonObject("fields"))
                .forEach(fields -> counted.put(
                        Instant.ofEpochMilli(Long.parseLong(
                                fields.getJsonArray(HealthQueries.TIME).getString(0))),
                        fields.getJsonArray(EVENTS).getJsonNumber(0).longValue()));
        return counted;
    }

    /** The counts of these assets in these hours, added up. */
    static JsonObject sums(Collection<AssetKey> assets, Collection<Instant> hours) {
        JsonWriter sums = new JsonWriter();
        for (String name : List.of("checks", "successes", "timed", "latency_sum_ms")) {
            sums.put(name, Dsl.metric("sum", ASSETS + "." + name));
        }
        JsonObject whose = Dsl.any(HealthQueries.oneOf(ASSETS + ".asset", assets));
        JsonObject nested = new JsonWriter()
                .put("nested", new JsonWriter().put("path", ASSETS).build())
                .put("aggs", Dsl.object("whose", Dsl.bucket(whose, sums.build())))
                .build();
        return Dsl.counting(
                Dsl.terms(
                        HealthQueries.TIME,
                        hours.stream().map(Instant::toString).toList()),
                Dsl.object(ASSETS, nested));
    }

    /** What that search found; nothing while the index does not exist yet. */
    static Sums read(JsonObject answer) {
        JsonObject counted = Dsl.aggregations(answer);
        if (!counted.containsKey(ASSETS)) {
            return Sums.NONE;
        }
        JsonObject whose = counted.getJsonObject(ASSETS).getJsonObject("whose");
        return new Sums(
                sum(whose, "checks"), sum(whose, "successes"), sum(whose, "timed"), sum(whose, "latency_sum_ms"));
    }

    private static long sum(JsonObject bucket, String name) {
        JsonNumber value = bucket.getJsonObject(name).getJsonNumber("value");
        return value.longValue();
    }
}
