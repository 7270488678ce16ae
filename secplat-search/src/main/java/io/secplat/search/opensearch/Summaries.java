package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import io.secplat.search.PostureHighlights.ReasonCount;
import io.secplat.search.PostureSummary;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** Counting status documents by aggregation. */
final class Summaries {

    static final JsonObject COUNTS = new JsonWriter()
            .put("total", count(Dsl.EVERYTHING))
            .put("green", count(PostureQueries.inState(PostureState.GREEN)))
            .put("amber", count(PostureQueries.inState(PostureState.AMBER)))
            .put("red", count(PostureQueries.inState(PostureState.RED)))
            .put("flapping", count(PostureQueries.IS_FLAPPING))
            .put("stale", count(Dsl.term("status", AssetStatus.STALE.wire())))
            .put("unknown", count(Dsl.term("status", AssetStatus.UNKNOWN.wire())))
            .put(
                    "score",
                    Dsl.object(
                            "avg",
                            new JsonWriter().put("field", "posture_score").build()))
            .build();

    private static final String REASONS = "reasons";

    private Summaries() {}

    /** The counts, and the most frequent reasons; those of equal frequency by name. */
    static JsonObject countsAndReasons(int most) {
        JsonObject byFrequency =
                new JsonWriter().put("field", "reason").put("size", most).build();
        JsonWriter all = new JsonWriter();
        COUNTS.forEach(all::put);
        return all.put(REASONS, Dsl.object("terms", byFrequency)).build();
    }

    static List<ReasonCount> reasons(JsonObject answer) {
        JsonObject counts = answer.getJsonObject("aggregations");
        return counts == null
                ? List.of()
                : counts.getJsonObject(REASONS).getJsonArray("buckets").getValuesAs(JsonObject.class).stream()
                        .map(bucket -> new ReasonCount(
                                bucket.getString("key"),
                                bucket.getJsonNumber("doc_count").longValue()))
                        .toList();
    }

    static PostureSummary read(JsonObject answer, List<String> downAssets) {
        JsonObject counts = answer.getJsonObject("aggregations");
        if (counts == null) {
            return new PostureSummary(0, 0, 0, 0, null, 0, 0, 0, List.of());
        }
        JsonValue score = counts.getJsonObject("score");
        return new PostureSummary(
                number(counts, "total"),
                number(counts, "green"),
                number(counts, "amber"),
                number(counts, "red"),
                new JsonReader(score.asJsonObject()).decimal("value").orElse(null),
                number(counts, "flapping"),
                number(counts, "stale"),
                number(counts, "unknown"),
                downAssets);
    }

    private static JsonObject count(JsonObject filter) {
        return Dsl.object("filter", filter);
    }

    private static long number(JsonObject counts, String name) {
        return counts.getJsonObject(name).getJsonNumber("doc_count").longValue();
    }
}
