package io.secplat.search.opensearch;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.AssetStatuses.Page;
import io.secplat.search.PostureFilter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue.ValueType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The searches behind posture lists, and how their answers are read. */
final class StatusSearches {

    static final int MAX_PAGE = 1_000;

    private static final ValueType[] POSITION = {ValueType.NUMBER, ValueType.NUMBER, ValueType.NUMBER, ValueType.STRING
    };

    private StatusSearches() {}

    static int checked(int size) {
        if (size < 1 || size > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1.." + MAX_PAGE + " documents, not " + size);
        }
        return size;
    }

    static JsonArray position(String cursor) {
        return Cursor.read(cursor, POSITION);
    }

    /** One page, worst first, after that position. */
    static JsonWriter worstFirst(PostureFilter filter, int size, @Nullable JsonArray position) {
        return new JsonWriter()
                .put("query", PostureQueries.ranked(filter))
                .put("size", size)
                .put("sort", PostureQueries.WORST_FIRST)
                .put("track_total_hits", true)
                .putIfPresent("search_after", position);
    }

    /** Those seen last. */
    static JsonObject newestFirst(PostureFilter filter, int size) {
        return new JsonWriter()
                .put("query", Dsl.all(PostureQueries.matching(filter), Dsl.exists("last_seen")))
                .put("size", size)
                .put("sort", Dsl.array(List.of(Dsl.descending("last_seen"), Dsl.ascending("asset_key"))))
                .put("track_total_hits", false)
                .build();
    }

    /** Counts by aggregation; the hits are the keys of down assets. */
    static JsonObject summary(PostureFilter filter, JsonObject counts) {
        return new JsonWriter()
                .put("query", PostureQueries.matching(filter))
                .put("aggs", counts)
                .put("post_filter", PostureQueries.IS_DOWN)
                .put("size", Pages.SIZE)
                .put("sort", Dsl.array(List.of(Dsl.ascending("asset_key"))))
                .put("_source", List.of("asset_key"))
                .build();
    }

    /** The page in an answer that was asked for one hit more than {@code limit}. */
    static Page page(JsonObject answer, int limit) {
        List<JsonObject> hits = Dsl.hits(answer).toList();
        Optional<String> next = hits.size() > limit
                ? Optional.of(Cursor.of(hits.get(limit - 1).getJsonArray("sort")))
                : Optional.empty();
        return new Page(Dsl.total(answer), documents(hits.subList(0, Math.min(limit, hits.size()))), next);
    }

    /** The documents of these hits; one in another shape is left out. */
    static List<AssetStatusDocument> documents(List<JsonObject> hits) {
        return hits.stream()
                .flatMap(hit -> Lenient.read(hit.getJsonObject("_source"), AssetStatusDocument::fromJson))
                .toList();
    }
}
