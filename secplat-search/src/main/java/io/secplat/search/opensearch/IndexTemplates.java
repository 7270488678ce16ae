package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.EventHours;
import io.secplat.search.SearchUnavailableException;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of the four indices, kept in the cluster as composable templates of priority 100 (an operator who wants other
 * shards or replicas adds a template of a higher one). They are put before the first write of a process, again after every
 * failure and every {@link #RECHECK}, since a cluster may come back without them; putting an equal one changes nothing.
 */
final class IndexTemplates {

    static final Duration RECHECK = Duration.ofMinutes(1);

    private static final int PRIORITY = 100;

    private final Cluster cluster;
    private final SearchSettings settings;
    private final Clock clock;
    private @Nullable Instant ensuredAt;

    IndexTemplates(Cluster cluster, SearchSettings settings, Clock clock) {
        this.cluster = cluster;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does the write with the templates in place. */
    <T> T before(Write<T> write) {
        ensure();
        try {
            return write.run();
        } catch (SearchUnavailableException e) {
            forget();
            throw e;
        }
    }

    /** A write that needs the mappings. */
    @FunctionalInterface
    interface Write<T> {
        T run();
    }

    private synchronized void ensure() {
        Instant now = clock.instant();
        if (ensuredAt != null && now.isBefore(ensuredAt.plus(RECHECK))) {
            return;
        }
        put(settings.eventsIndex(), Mappings.EVENTS, new JsonWriter().put("refresh_interval", "1s"));
        put(settings.assetsIndex(), Mappings.ASSETS, new JsonWriter());
        put(
                settings.statusIndex(),
                Mappings.STATUS,
                new JsonWriter().put("number_of_shards", 1).put("number_of_replicas", 0));
        put(
                settings.hoursIndex(),
                Mappings.HOURS,
                new JsonWriter()
                        .put("number_of_shards", 1)
                        .put("number_of_replicas", 0)
                        .put("mapping.nested_objects.limit", EventHours.MOST_ASSETS));
        ensuredAt = now;
    }

    private synchronized void forget() {
        ensuredAt = null;
    }

    private void put(String index, JsonObject mappings, JsonWriter indexSettings) {
        JsonObject template = new JsonWriter()
                .put("settings", Dsl.object("index", indexSettings.build()))
                .put("mappings", mappings)
                .build();
        cluster.put(
                "/_index_template/" + index,
                new JsonWriter()
                        .put("index_patterns", List.of(index, index + "-0*"))
                        .put("priority", PRIORITY)
                        .put("template", template)
                        .build());
    }
}
