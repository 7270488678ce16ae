package io.secplat.search.opensearch;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.search.AssetStatuses.Walk;
import io.secplat.search.PostureFilter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over the index as it was when the walk began, so that no document is missed or seen twice however much changes meanwhile. */
final class PointInTimeWalk implements Walk {

    private final Moment moment;
    private final PostureFilter filter;
    private final int size;
    private @Nullable JsonArray position;
    private JsonObject answer;
    private boolean started;

    PointInTimeWalk(Cluster cluster, String index, PostureFilter filter, int size) {
        this.moment = new Moment(cluster, index);
        this.filter = filter;
        this.size = size;
        this.answer = search();
    }

    @Override
    public long total() {
        return Dsl.total(answer);
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
        moment.close();
    }

    private JsonObject search() {
        return moment.search(StatusSearches.worstFirst(filter, size, position).build());
    }
}
