package io.secplat.search.opensearch;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetStatuses;
import io.secplat.search.PostureFilter;
import io.secplat.search.PostureSummary;
import io.secplat.search.WorstFirst;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue.ValueType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Status documents in OpenSearch. */
public final class OpenSearchAssetStatuses implements AssetStatuses {

    private static final int MAX_PAGE = 1_000;
    private static final ValueType[] POSITION = {ValueType.NUMBER, ValueType.NUMBER, ValueType.NUMBER, ValueType.STRING
    };

    private final Cluster cluster;
    private final IndexTemplates templates;
    private final String index;
    private final Pages pages;
    private final Lookups lookups;

    OpenSearchAssetStatuses(Cluster cluster, IndexTemplates templates, String index) {
        this.cluster = cluster;
        this.templates = templates;
        this.index = index;
        this.pages = new Pages(cluster, index);
        this.lookups = new Lookups(cluster, index);
    }

    @Override
    public Optional<AssetStatusDocument> find(AssetKey asset) {
        return Optional.ofNullable(find(List.of(asset)).get(asset)).map(Stored::document);
    }

    @Override
    public Map<AssetKey, Stored> find(Collection<AssetKey> assets) {
        Map<AssetKey, Stored> found = new HashMap<>();
        lookups.find(assets)
                .flatMap(answer -> Lenient.read(answer, OpenSearchAssetStatuses::stored))
                .forEach(stored -> found.put(stored.document().assetKey(), stored));
        return found;
    }

    @Override
    public Set<AssetKey> write(List<Write> writes) {
        if (writes.isEmpty()) {
            return Set.of();
        }
        Bulk bulk = new Bulk(index);
        writes.forEach(write -> add(bulk, write.document(), write.over()));
        return templates.before(() -> bulk.send(cluster, Refresh.TRUE)).stream()
                .map(AssetKey::new)
                .collect(Collectors.toSet());
    }

    @Override
    public void remove(Collection<AssetKey> assets) {
        Bulk bulk = new Bulk(index);
        assets.forEach(asset -> bulk.delete(asset.value()));
        bulk.send(cluster, Refresh.TRUE);
    }

    @Override
    public Page page(PostureFilter filter, int limit, Optional<String> cursor) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("limit must be 1.." + MAX_PAGE + ", was " + limit);
        }
        JsonArray position = cursor.map(text -> Cursor.read(text, POSITION)).orElse(null);
        JsonObject answer = cluster.search(index, body(filter, limit + 1, position));
        List<JsonObject> hits = Dsl.hits(answer).toList();
        Optional<String> next = hits.size() > limit
                ? Optional.of(Cursor.of(hits.get(limit - 1).getJsonArray("sort")))
                : Optional.empty();
        return new Page(
                total(answer),
                hits.stream()
                        .limit(limit)
                        .flatMap(hit -> Lenient.read(hit.getJsonObject("_source"), AssetStatusDocument::fromJson))
                        .toList(),
                next);
    }

    @Override
    public List<AssetStatusDocument> all(PostureFilter filter) {
        return pages.sources(PostureQueries.matching(filter)).stream()
                .flatMap(source -> Lenient.read(source, AssetStatusDocument::fromJson))
                .sorted(WorstFirst.ORDER)
                .toList();
    }

    @Override
    public PostureSummary summary(PostureFilter filter) {
        JsonObject matching = PostureQueries.matching(filter);
        JsonObject answer = cluster.search(
                index,
                new JsonWriter()
                        .put("query", matching)
                        .put("aggs", Summaries.COUNTS)
                        .put("post_filter", PostureQueries.IS_DOWN)
                        .put("size", Pages.SIZE)
                        .put("sort", Dsl.array(List.of(Dsl.ascending("asset_key"))))
                        .put("_source", List.of("asset_key"))
                        .build());
        List<JsonObject> down =
                Dsl.hits(answer).map(hit -> hit.getJsonObject("_source")).toList();
        if (down.size() == Pages.SIZE) {
            down = pages.sources(Dsl.all(matching, PostureQueries.IS_DOWN));
        }
        return Summaries.read(
                answer,
                down.stream().map(source -> source.getString("asset_key")).toList());
    }

    private static void add(Bulk bulk, AssetStatusDocument document, @Nullable Stored over) {
        String id = document.assetKey().value();
        if (over == null) {
            bulk.create(id, document.toJson());
        } else {
            bulk.replace(id, over.sequence(), over.term(), document.toJson());
        }
    }

    private static JsonObject body(PostureFilter filter, int size, @Nullable JsonArray position) {
        return new JsonWriter()
                .put("query", PostureQueries.matching(filter))
                .put("size", size)
                .put("sort", PostureQueries.WORST_FIRST)
                .put("track_total_hits", true)
                .putIfPresent("search_after", position)
                .build();
    }

    private static long total(JsonObject answer) {
        return answer.getJsonObject("hits")
                .getJsonObject("total")
                .getJsonNumber("value")
                .longValue();
    }

    private static Stored stored(JsonObject answer) {
        return new Stored(
                AssetStatusDocument.fromJson(answer.getJsonObject("_source")),
                answer.getJsonNumber("_seq_no").longValue(),
                answer.getJsonNumber("_primary_term").longValue());
    }
}
