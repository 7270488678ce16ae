package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.SearchUnavailableException;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** An index as it is at one moment, for several searches. The cluster forgets it by itself a minute after the last of them. */
final class Moment implements AutoCloseable {

    private static final String PATH = "/_search/point_in_time";
    private static final String LIFE = "1m";
    private static final Map<String, String> WHOLE = Map.of("allow_partial_search_results", "false");

    private final Cluster cluster;
    private String id;

    Moment(Cluster cluster, String index) {
        this.cluster = cluster;
        this.id = cluster.post("/" + index + PATH, Map.of("keep_alive", LIFE), JsonObject.EMPTY_JSON_OBJECT)
                .getString("pit_id");
    }

    /** The complete answer to a search of this moment. */
    JsonObject search(JsonObject body) {
        JsonWriter search = new JsonWriter();
        body.forEach(search::put);
        JsonObject found = cluster.post(
                "/_search",
                WHOLE,
                search.put(
                                "pit",
                                new JsonWriter()
                                        .put("id", id)
                                        .put("keep_alive", LIFE)
                                        .build())
                        .build());
        id = found.getString("pit_id", id);
        return found;
    }

    @Override
    public void close() {
        try {
            cluster.delete(PATH, new JsonWriter().put("pit_id", List.of(id)).build());
        } catch (SearchUnavailableException e) {
            // forgotten by itself
        }
    }
}
