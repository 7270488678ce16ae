package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads every hit of a query, page by page in the order of a key that never changes, so that no document is missed or seen twice
 * however much it changes meanwhile. Up to {@link #SIZE} hits are one request, and so one moment.
 */
final class Pages {

    /** The most that a cluster gives at once by default. */
    static final int SIZE = 10_000;

    private final Cluster cluster;
    private final String index;

    Pages(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** The documents that the query matches. */
    List<JsonObject> sources(JsonObject query) {
        return all(new JsonWriter().put("query", query).build());
    }

    /** The documents that the query matches, of each no more than this member. */
    List<JsonObject> sources(JsonObject query, String member) {
        return all(new JsonWriter()
                .put("query", query)
                .put("_source", List.of(member))
                .build());
    }

    private List<JsonObject> all(JsonObject search) {
        List<JsonObject> all = new ArrayList<>();
        JsonArray position = null;
        List<JsonObject> hits;
        do {
            hits = Dsl.hits(cluster.search(index, body(search, position))).toList();
            hits.forEach(hit -> all.add(hit.getJsonObject("_source")));
            position = hits.isEmpty() ? null : hits.get(hits.size() - 1).getJsonArray("sort");
        } while (hits.size() == SIZE);
        return all;
    }

    private static JsonObject body(JsonObject search, @Nullable JsonArray position) {
        JsonWriter body = new JsonWriter();
        search.forEach(body::put);
        return body.put("size", SIZE)
                .put("sort", Dsl.array(List.of(Dsl.ascending("asset_key"))))
                .put("track_total_hits", false)
                .putIfPresent("search_after", position)
                .build();
    }
}
