package io.secplat.search.opensearch;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetMirror;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inventory mirror in OpenSearch. */
public final class OpenSearchAssetMirror implements AssetMirror {

    private static final JsonObject MONITORED =
            Dsl.object("term", new JsonWriter().put("monitored", true).build());

    private final Cluster cluster;
    private final IndexTemplates templates;
    private final String index;
    private final Pages pages;
    private final Lookups lookups;

    OpenSearchAssetMirror(Cluster cluster, IndexTemplates templates, String index) {
        this.cluster = cluster;
        this.templates = templates;
        this.index = index;
        this.pages = new Pages(cluster, index);
        this.lookups = new Lookups(cluster, index);
    }

    @Override
    public void apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Bulk bulk = new Bulk(index);
        for (Change change : changes) {
            if (change instanceof Change.Save save) {
                bulk.save(save.document().assetKey().value(), save.document().toJson());
            } else if (change instanceof Change.Remove remove) {
                bulk.delete(remove.asset().value());
            }
        }
        templates.before(() -> bulk.send(cluster, Refresh.TRUE));
    }

    @Override
    public List<AssetDocument> monitored() {
        return pages.sources(MONITORED).stream()
                .flatMap(source -> Lenient.read(source, AssetDocument::fromJson))
                .toList();
    }

    @Override
    public Map<AssetKey, AssetDocument> find(Collection<AssetKey> assets) {
        Map<AssetKey, AssetDocument> found = new HashMap<>();
        lookups.find(assets)
                .flatMap(answer -> Lenient.read(answer.getJsonObject("_source"), AssetDocument::fromJson))
                .forEach(document -> found.put(document.assetKey(), document));
        return found;
    }
}
