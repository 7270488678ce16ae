package io.secplat.monitoring;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** What OpenSearch answered to the search of a panel. */
public record LuceneAnswer(LuceneSearch search, JsonObject body) {

    /**
     * Whether it holds anything that the panel can show. Filters always show, be it 0; other buckets must hold documents, and
     * figures of them must have values.
     */
    public boolean shows() {
        if (search.documents()) {
            return !body.getJsonObject("hits").getJsonArray("hits").isEmpty();
        }
        return shows(body.getJsonObject("aggregations"), 0);
    }

    private boolean shows(JsonObject level, int depth) {
        if (depth == search.buckets().size()) {
            return search.metrics().stream()
                    .filter(metric -> !metric.getString("type").equals("count"))
                    .allMatch(metric -> hasValue(level.getJsonObject(metric.getString("id"))));
        }
        JsonObject aggregation = level.getJsonObject(search.buckets().get(depth).getString("id"));
        if (aggregation.get("buckets").getValueType() == JsonValue.ValueType.OBJECT) {
            return !aggregation.getJsonObject("buckets").isEmpty();
        }
        return aggregation.getJsonArray("buckets").getValuesAs(JsonObject.class).stream()
                .anyMatch(bucket -> bucket.getInt("doc_count") > 0 && shows(bucket, depth + 1));
    }

    private static boolean hasValue(JsonObject figure) {
        if (figure.containsKey("values")) {
            return figure.getJsonObject("values").values().stream().anyMatch(LuceneAnswer::isNumber);
        }
        return isNumber(figure.get("value"));
    }

    private static boolean isNumber(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.NUMBER;
    }
}
