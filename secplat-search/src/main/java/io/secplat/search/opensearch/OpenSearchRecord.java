package io.secplat.search.opensearch;

import io.secplat.search.AssetMirror;
import io.secplat.search.AssetStatuses;
import io.secplat.search.EventHours;
import io.secplat.search.HealthEvents;
import io.secplat.search.SearchHealth;
import java.io.IOException;
import java.time.Clock;

/** The whole record over one connection pool, which opens at first use. */
public final class OpenSearchRecord implements AutoCloseable {

    private final SearchSettings settings;
    private final Clock clock;
    private final Cluster cluster;
    private final IndexTemplates templates;

    public OpenSearchRecord(SearchSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.cluster = new Cluster(settings);
        this.templates = new IndexTemplates(cluster, settings, clock);
    }

    public HealthEvents events() {
        return new OpenSearchHealthEvents(cluster, templates, settings.eventsIndex());
    }

    public EventHours hours() {
        return new OpenSearchEventHours(cluster, templates, settings, clock);
    }

    public AssetStatuses statuses() {
        return new OpenSearchAssetStatuses(cluster, templates, settings.statusIndex());
    }

    public AssetMirror assets() {
        return new OpenSearchAssetMirror(cluster, templates, settings.assetsIndex());
    }

    public SearchHealth health() {
        return new OpenSearchHealth(cluster);
    }

    /** Closes the pool; what is used afterwards fails. */
    @Override
    public void close() throws IOException {
        cluster.close();
    }
}
