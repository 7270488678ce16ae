package io.secplat.search.opensearch;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetStatuses;
import io.secplat.search.PostureFilter;
import io.secplat.search.PostureHighlights;
import io.secplat.search.PostureSummary;
import io.secplat.search.WorstFirst;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Status documents in OpenSearch. */
public final class OpenSearchAssetStatuses implements AssetStatuses {

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
        int size = StatusSearches.checked(limit);
        JsonArray position = cursor.map(StatusSearches::position).orElse(null);
        return StatusSearches.page(
                cluster.search(
                        index,
                        StatusSearches.worstFirst(filter, size + 1, position).build()),
                size);
    }

    /** Most walks are short: one ordinary search tells whether this one needs a moment to be kept. */
    @Override
    public Walk walk(PostureFilter filter, int pageSize) {
        Page first = page(filter, pageSize, Optional.empty());
        return first.nextCursor().isEmpty()
                ? new ShortWalk(first)
                : new PointInTimeWalk(cluster, index, filter, pageSize);
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
        return summary(filter, cluster.search(index, StatusSearches.summary(filter, Summaries.COUNTS)));
    }

    @Override
    public PostureHighlights highlights(PostureFilter filter, int most) {
        int size = StatusSearches.checked(most);
        List<JsonObject> answers = cluster.searches(
                index,
                List.of(
                        StatusSearches.summary(filter, Summaries.countsAndReasons(size)),
                        StatusSearches.worstFirst(filter, size, null).build(),
                        StatusSearches.newestFirst(filter, size)));
        return new PostureHighlights(
                summary(filter, answers.get(0)),
                StatusSearches.documents(Dsl.hits(answers.get(1)).toList()),
                Summaries.reasons(answers.get(0)),
                StatusSearches.documents(Dsl.hits(answers.get(2)).toList()));
    }

    /** More down assets than one answer holds are read page by page. */
    private PostureSummary summary(PostureFilter filter, JsonObject answer) {
        List<JsonObject> down =
                Dsl.hits(answer).map(hit -> hit.getJsonObject("_source")).toList();
        if (down.size() == Pages.SIZE) {
            down = pages.sources(Dsl.all(PostureQueries.matching(filter), PostureQueries.IS_DOWN));
        }
        return Summaries.read(
                answer,
                down.stream().map(source -> source.getString("asset_key")).toList());
    }

    @Override
    public Set<AssetKey> inTrouble() {
        return pages.sources(PostureQueries.IN_TROUBLE, "asset_key").stream()
                .flatMap(source -> Lenient.read(source, OpenSearchAssetStatuses::key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static AssetKey key(JsonObject source) {
        return new JsonReader(source)
                .text("asset_key")
                .map(AssetKey::new)
                .orElseThrow(() -> new IllegalArgumentException("asset_key is missing"));
    }

    private static void add(Bulk bulk, AssetStatusDocument document, @Nullable Stored over) {
        String id = document.assetKey().value();
        if (over == null) {
            bulk.create(id, document.toJson());
        } else {
            bulk.replace(id, over.sequence(), over.term(), document.toJson());
        }
    }

    private static Stored stored(JsonObject answer) {
        return new Stored(
                AssetStatusDocument.fromJson(answer.getJsonObject("_source")),
                answer.getJsonNumber("_seq_no").longValue(),
                answer.getJsonNumber("_primary_term").longValue());
    }
}
