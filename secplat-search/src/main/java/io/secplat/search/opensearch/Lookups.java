package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Documents by key, in one request and as they are now, whether a refresh has shown them to searches or not. */
final class Lookups {

    private final Cluster cluster;
    private final String index;

    Lookups(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** The answers for those that are there. */
    Stream<JsonObject> find(Collection<AssetKey> assets) {
        if (assets.isEmpty()) {
            return Stream.empty();
        }
        List<String> ids = assets.stream().map(AssetKey::value).toList();
        JsonObject answer = cluster.post(
                "/" + index + "/_mget",
                Map.of(),
                new JsonWriter().put("ids", ids).build());
        return answer.getJsonArray("docs").getValuesAs(JsonObject.class).stream()
                .filter(document -> document.getBoolean("found", false));
    }
}
