package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.SearchUnavailableException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes to one index, sent together. */
final class Bulk {

    /** Changes in one request: some 5 MB of our documents, far below the 100 MB that a node accepts. */
    static final int MAX_CHANGES = 5_000;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int FIRST_ERROR = 300;

    private record Change(String operation, JsonObject target, @Nullable JsonObject document) {}

    private final String index;
    private final List<Change> changes = new ArrayList<>();

    Bulk(String index) {
        this.index = index;
    }

    /** Adds a document that must not be there yet. */
    Bulk create(String id, JsonObject document) {
        return add("create", target(id).build(), document);
    }

    /** Writes a document, whatever is there. */
    Bulk save(String id, JsonObject document) {
        return add("index", target(id).build(), document);
    }

    /** Writes a document over exactly this state. */
    Bulk replace(String id, long sequence, long term, JsonObject document) {
        JsonObject target = target(id)
                .put("if_seq_no", sequence)
                .put("if_primary_term", term)
                .build();
        return add("index", target, document);
    }

    Bulk delete(String id) {
        return add("delete", target(id).build(), null);
    }

    /**
     * Sends all; what was written is visible to searches as {@code refresh} says.
     *
     * @return ids of the documents that were in another state than expected, and were left alone
     */
    Set<String> send(Cluster cluster, Refresh refresh) {
        Set<String> conflicts = new LinkedHashSet<>();
        for (int from = 0; from < changes.size(); from += MAX_CHANGES) {
            List<JsonObject> lines = new ArrayList<>();
            for (Change change : changes.subList(from, Math.min(changes.size(), from + MAX_CHANGES))) {
                lines.add(Dsl.object(change.operation, change.target));
                if (change.document != null) {
                    lines.add(change.document);
                }
            }
            conflicts.addAll(conflicts(cluster.postLines("/_bulk", Map.of("refresh", refresh.wire()), lines)));
        }
        return conflicts;
    }

    private Bulk add(String operation, JsonObject target, @Nullable JsonObject document) {
        changes.add(new Change(operation, target, document));
        return this;
    }

    private JsonWriter target(String id) {
        return new JsonWriter().put("_index", index).put("_id", id);
    }

    private static List<String> conflicts(JsonObject answer) {
        if (!answer.getBoolean("errors", true)) {
            return List.of();
        }
        List<String> conflicts = new ArrayList<>();
        for (JsonObject item : answer.getJsonArray("items").getValuesAs(JsonObject.class)) {
            String operation = item.keySet().iterator().next();
            JsonObject result = item.getJsonObject(operation);
            int status = result.getInt("status");
            boolean gone = status == NOT_FOUND;
            if (status == CONFLICT || (gone && !operation.equals("delete"))) {
                conflicts.add(result.getString("_id"));
            } else if (status >= FIRST_ERROR && !gone) {
                throw new SearchUnavailableException("a bulk write answered " + status, new IOException("refused"));
            }
        }
        return conflicts;
    }
}
