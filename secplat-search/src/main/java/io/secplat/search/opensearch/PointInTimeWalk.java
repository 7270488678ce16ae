package io.secplat.search.opensearch;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.AssetStatuses.Walk;
import io.secplat.search.PostureFilter;
import io.secplat.search.SearchUnavailableException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the index as it was when the walk began, so that no document is missed or seen twice however much changes
 * meanwhile. The cluster forgets the moment by itself a minute after the last page, if nobody closes the walk.
 */
final class PointInTimeWalk implements Walk {

    private static final String PATH = "/_search/point_in_time";
    private static final String LIFE = "1m";
    private static final Map<String, String> WHOLE = Map.of("allow_partial_search_results", "false");

    private final Cluster cluster;
    private final PostureFilter filter;
    private final int size;
    private String moment;
    private @Nullable JsonArray position;
    private JsonObject answer;
    private boolean started;

    PointInTimeWalk(Cluster cluster, String index, PostureFilter filter, int size) {
        this.cluster = cluster;
        this.filter = filter;
        this.size = size;
        this.moment = cluster.post("/" + index + PATH, Map.of("keep_alive", LIFE), JsonObject.EMPTY_JSON_OBJECT)
                .getString("pit_id");
        this.answer = search();
    }

    @Override
    public long total() {
        return StatusSearches.total(answer);
    }

    @Override
    public List<AssetStatusDocument> next() {
        if (started) {
            answer = search();
        }
        started = true;
        List<JsonObject> hits = Dsl.hits(answer).toList();
        if (hits.isEmpty()) {
            return List.of();
        }
        position = hits.get(hits.size() - 1).getJsonArray("sort");
        List<AssetStatusDocument> documents = StatusSearches.documents(hits);
        return documents.isEmpty() ? next() : documents;
    }

    @Override
    public void close() {
        try {
            cluster.delete(PATH, new JsonWriter().put("pit_id", List.of(moment)).build());
        } catch (SearchUnavailableException e) {
            // forgotten by itself
        }
    }

    private JsonObject search() {
        JsonObject found = cluster.post(
                "/_search",
                WHOLE,
                StatusSearches.worstFirst(filter, size, position)
                        .put(
                                "pit",
                                new JsonWriter()
                                        .put("id", moment)
                                        .put("keep_alive", LIFE)
                                        .build())
                        .build());
        moment = found.getString("pit_id", moment);
        return found;
    }
}
