package io.secplat.api.reports;

import io.secplat.api.cache.FinishedAnswer;
import io.secplat.api.posture.AnswerCache;
import io.secplat.api.posture.Inventory;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.Json;
import io.secplat.search.AssetStatuses;
import io.secplat.search.PostureFilter;
import io.secplat.search.PostureHighlights;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The first page and the trend. */
public final class Overviews {

    private static final int MOST = 5;

    private final AssetStatuses statuses;
    private final Inventory inventory;
    private final FiringAlerts alerts;
    private final Snapshots snapshots;
    private final AnswerCache cache;
    private final Clock clock;

    /** A question about the overview, as a key of the cache. */
    private record OverviewQuestion(PostureFilter filter) {}

    public Overviews(
            AssetStatuses statuses,
            Inventory inventory,
            FiringAlerts alerts,
            Snapshots snapshots,
            AnswerCache cache,
            Clock clock) {
        this.statuses = statuses;
        this.inventory = inventory;
        this.alerts = alerts;
        this.snapshots = snapshots;
        this.cache = cache;
        this.clock = clock;
    }

    /** The overview of what matches; at most as old as the cache lives. */
    public FinishedAnswer answer(PostureFilter filter) {
        return cache.always(new OverviewQuestion(filter), () -> overview(filter).json());
    }

    /** One request to the record and three queries, however many assets there are. */
    public Overview overview(PostureFilter filter) {
        PostureHighlights highlights = statuses.highlights(filter, MOST);
        List<String> keys = Stream.concat(highlights.worst().stream(), highlights.recent().stream())
                .map(AssetStatusDocument::assetKey)
                .map(key -> key.value())
                .distinct()
                .toList();
        return new Overview(highlights, inventory.find(keys), alerts.count(filter), yesterday(filter));
    }

    /** The points of the chart, oldest first. */
    public JsonArray trend(Duration back) {
        JsonArrayBuilder points = Json.createArrayBuilder();
        snapshots.since(clock.instant().minus(back)).forEach(snapshot -> points.add(snapshot.point()));
        return points.build();
    }

    /** Snapshots cover all assets: beside a part of them they would tell nothing. */
    private Optional<Report> yesterday(PostureFilter filter) {
        return filter.equals(PostureFilter.ALL)
                ? snapshots
                        .newestBefore(clock.instant().minus(PostureReports.YESTERDAY))
                        .map(Snapshot::report)
                : Optional.empty();
    }
}
