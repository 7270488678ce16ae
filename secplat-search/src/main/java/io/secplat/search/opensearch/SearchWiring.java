package io.secplat.search.opensearch;

import io.secplat.contracts.document.Indices;
import io.secplat.search.AssetMirror;
import io.secplat.search.AssetStatuses;
import io.secplat.search.EventHours;
import io.secplat.search.HealthEvents;
import io.secplat.search.SearchHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The record of this server: one connection pool to OpenSearch, opened at first use and closed at the end. */
@ApplicationScoped
public class SearchWiring {

    @Produces
    @Singleton
    SearchSettings settings(
            @ConfigProperty(name = "OPENSEARCH_URL", defaultValue = "http://localhost:9200") String url,
            @ConfigProperty(name = "EVENTS_INDEX", defaultValue = Indices.EVENTS) String events,
            @ConfigProperty(name = "ASSETS_INDEX", defaultValue = Indices.ASSETS) String assets,
            @ConfigProperty(name = "STATUS_INDEX", defaultValue = Indices.STATUS) String status,
            @ConfigProperty(name = "EVENT_HOURS_INDEX", defaultValue = Indices.HOURS) String hours) {
        return new SearchSettings(SearchSettings.address(url), events, assets, status, hours);
    }

    @Produces
    @Singleton
    OpenSearchRecord open(SearchSettings settings, Clock clock) {
        return new OpenSearchRecord(settings, clock);
    }

    void close(@Disposes OpenSearchRecord record) throws IOException {
        record.close();
    }

    @Produces
    @Singleton
    HealthEvents events(OpenSearchRecord record) {
        return record.events();
    }

    @Produces
    @Singleton
    EventHours hours(OpenSearchRecord record) {
        return record.hours();
    }

    @Produces
    @Singleton
    AssetStatuses statuses(OpenSearchRecord record) {
        return record.statuses();
    }

    @Produces
    @Singleton
    AssetMirror assets(OpenSearchRecord record) {
        return record.assets();
    }

    @Produces
    @Singleton
    SearchHealth health(OpenSearchRecord record) {
        return record.health();
    }
}
