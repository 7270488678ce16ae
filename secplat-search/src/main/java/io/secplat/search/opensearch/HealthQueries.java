package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which documents are results of which assets. Foreign writers may leave out {@code asset}, and then {@code service} counts. */
final class HealthQueries {

    static final String TIME = "@timestamp";

    private static final int HTTP_OK = 200;
    private static final String HOURS = "hours";

    /** Values in one {@code terms} query; a cluster refuses more by default. */
    private static final int MOST_TERMS = 65_536;

    static final JsonObject SUCCESS =
            Dsl.any(Dsl.term("status", "up"), Dsl.all(Dsl.term("code", HTTP_OK), Dsl.not(Dsl.exists("error"))));

    static final JsonObject RESULT =
            Dsl.all(Dsl.term("level", "health"), Dsl.any(Dsl.exists("status"), Dsl.exists("code")));

    /** Events that name no asset: their service counts as one. */
    static final JsonObject NAMELESS = Dsl.not(Dsl.exists("asset"));

    private HealthQueries() {}

    static JsonObject resultsOf(AssetKey asset, JsonObject period) {
        return Dsl.all(
                Dsl.any(Dsl.term("asset", asset.value()), byService(Dsl.term("service", asset.value()))),
                RESULT,
                period);
    }

    static JsonObject resultsOf(Collection<AssetKey> assets, JsonObject period) {
        List<JsonObject> whose = new ArrayList<>(oneOf("asset", assets));
        oneOf("service", assets).forEach(some -> whose.add(byService(some)));
        return Dsl.all(Dsl.any(whose), RESULT, period);
    }

    /** Conditions of which one is met by a field that names one of these assets. */
    static List<JsonObject> oneOf(String field, Collection<AssetKey> assets) {
        List<String> keys = assets.stream().map(AssetKey::value).toList();
        List<JsonObject> conditions = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST_TERMS) {
            conditions.add(Dsl.terms(field, keys.subList(from, Math.min(keys.size(), from + MOST_TERMS))));
        }
        return conditions;
    }

    /** A search for how many documents each hour of a period has, results or not. */
    static JsonObject perHour(JsonObject period) {
        JsonObject histogram = new JsonWriter()
                .put("field", TIME)
                .put("fixed_interval", "1h")
                .put("min_doc_count", 1)
                .build();
        return Dsl.counting(period, Dsl.object(HOURS, Dsl.object("date_histogram", histogram)));
    }

    /** What that search found. */
    static Map<Instant, Long> readPerHour(JsonObject answer) {
        Map<Instant, Long> hours = new HashMap<>();
        JsonObject counted = Dsl.aggregations(answer);
        if (counted.containsKey(HOURS)) {
            for (JsonObject bucket :
                    counted.getJsonObject(HOURS).getJsonArray("buckets").getValuesAs(JsonObject.class)) {
                Instant hour = Instant.ofEpochMilli(bucket.getJsonNumber("key").longValue());
                hours.put(hour, bucket.getJsonNumber("doc_count").longValue());
            }
        }
        return hours;
    }

    private static JsonObject byService(JsonObject service) {
        return Dsl.all(NAMELESS, service);
    }
}
