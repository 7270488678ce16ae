package io.secplat.monitoring;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A panel's target as the search that Grafana's data source of OpenSearch makes of it. */
public final class LuceneSearch {

    private static final String DOCUMENTS = "raw_data";
    private static final Pattern FIELD = Pattern.compile("(\\w+):");

    private final JsonObject target;

    public LuceneSearch(JsonObject target) {
        this.target = target;
    }

    /** The body of the search over that time. */
    public JsonObject body(Instant from, Instant to) {
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("size", documents() ? 50 : 0).add("query", query(from, to));
        if (documents()) {
            return body.add(
                            "sort",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder().add("@timestamp", "desc")))
                    .build();
        }
        return body.add("aggs", aggregations(0, from, to)).build();
    }

    /** Every field that the search names. */
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        named(target.getString("query"), fields);
        for (JsonObject bucket : buckets()) {
            fields.add(bucket.getString("field", "@timestamp"));
            if (bucket.getString("type").equals("filters")) {
                bucket.getJsonObject("settings")
                        .getJsonArray("filters")
                        .getValuesAs(JsonObject.class)
                        .forEach(filter -> named(filter.getString("query"), fields));
            }
        }
        metrics().forEach(metric -> fields.add(metric.getString("field", "@timestamp")));
        return fields;
    }

    private static void named(String query, Set<String> fields) {
        FIELD.matcher(query.replaceAll("\"[^\"]*\"", "")).results().forEach(field -> fields.add(field.group(1)));
    }

    boolean documents() {
        return metrics().get(0).getString("type").equals(DOCUMENTS);
    }

    List<JsonObject> metrics() {
        return target.getJsonArray("metrics").getValuesAs(JsonObject.class);
    }

    List<JsonObject> buckets() {
        return target.getJsonArray("bucketAggs").getValuesAs(JsonObject.class);
    }

    private JsonObject query(Instant from, Instant to) {
        JsonObject time = Json.createObjectBuilder()
                .add("gte", from.toEpochMilli())
                .add("lte", to.toEpochMilli())
                .add("format", "epoch_millis")
                .build();
        JsonArrayBuilder filter = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("range", Json.createObjectBuilder().add("@timestamp", time)))
                .add(queryString(target.getString("query")));
        return Json.createObjectBuilder()
                .add("bool", Json.createObjectBuilder().add("filter", filter))
                .build();
    }

    private static JsonObject queryString(String query) {
        return Json.createObjectBuilder()
                .add(
                        "query_string",
                        Json.createObjectBuilder().add("query", query).add("analyze_wildcard", true))
                .build();
    }

    private JsonObject aggregations(int depth, Instant from, Instant to) {
        if (depth == buckets().size()) {
            return figures(metrics());
        }
        JsonObject bucket = buckets().get(depth);
        JsonObjectBuilder inner = Json.createObjectBuilder(aggregations(depth + 1, from, to));
        if (bucket.getString("type").equals("terms")) {
            inner.addAll(Json.createObjectBuilder(ordering(bucket)));
        }
        JsonObjectBuilder described = Json.createObjectBuilder()
                .add(bucket.getString("type"), settings(bucket, from, to))
                .add("aggs", inner);
        return Json.createObjectBuilder().add(bucket.getString("id"), described).build();
    }

    /** The figure by which terms are ordered stands beside what is within them. */
    private JsonObject ordering(JsonObject terms) {
        String by = terms.getJsonObject("settings").getString("orderBy");
        return figures(metrics().stream()
                .filter(metric -> metric.getString("id").equals(by))
                .toList());
    }

    private static JsonObject settings(JsonObject bucket, Instant from, Instant to) {
        JsonObject settings = bucket.getJsonObject("settings");
        return switch (bucket.getString("type")) {
            case "terms" ->
                Json.createObjectBuilder()
                        .add("field", bucket.getString("field"))
                        .add("size", Integer.parseInt(settings.getString("size")))
                        .add(
                                "order",
                                Json.createObjectBuilder()
                                        .add(settings.getString("orderBy"), settings.getString("order")))
                        .build();
            case "filters" ->
                Json.createObjectBuilder().add("filters", filters(settings)).build();
            case "date_histogram" ->
                Json.createObjectBuilder()
                        .add("field", bucket.getString("field"))
                        .add("fixed_interval", "10s")
                        .add("min_doc_count", Integer.parseInt(settings.getString("min_doc_count")))
                        .add(
                                "extended_bounds",
                                Json.createObjectBuilder()
                                        .add("min", from.toEpochMilli())
                                        .add("max", to.toEpochMilli()))
                        .add("format", "epoch_millis")
                        .build();
            default -> throw new IllegalArgumentException("unknown: " + bucket);
        };
    }

    private static JsonObject filters(JsonObject settings) {
        JsonObjectBuilder filters = Json.createObjectBuilder();
        settings.getJsonArray("filters")
                .getValuesAs(JsonObject.class)
                .forEach(filter -> filters.add(filter.getString("label"), queryString(filter.getString("query"))));
        return filters.build();
    }

    private static JsonObject figures(List<JsonObject> metrics) {
        JsonObjectBuilder figures = Json.createObjectBuilder();
        for (JsonObject metric : metrics) {
            String type = metric.getString("type");
            if (!type.equals("count")) {
                figures.add(metric.getString("id"), Json.createObjectBuilder().add(type, figure(metric)));
            }
        }
        return figures.build();
    }

    private static JsonObjectBuilder figure(JsonObject metric) {
        JsonObjectBuilder figure = Json.createObjectBuilder();
        if (metric.containsKey("settings")) {
            figure.addAll(Json.createObjectBuilder(metric.getJsonObject("settings")));
        }
        if (!metric.containsKey("pipelineVariables")) {
            return figure.add("field", metric.getString("field"));
        }
        JsonObjectBuilder paths = Json.createObjectBuilder();
        metric.getJsonArray("pipelineVariables")
                .getValuesAs(JsonObject.class)
                .forEach(variable -> paths.add(variable.getString("name"), variable.getString("pipelineAgg")));
        return figure.add("buckets_path", paths);
    }
}
