package io.secplat.api.posture;

import io.secplat.api.cache.Room;
import io.secplat.api.cache.SingleFlight;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.search.AssetStatuses;
import io.secplat.search.HealthEvents;
import io.secplat.search.HealthEvents.Tally;
import io.secplat.search.PostureFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers about posture: counts, one asset, one asset with its evidence. */
public final class PostureAnswers {

    private static final int MOST_COUNTS = 1_000;

    private final AssetStatuses statuses;
    private final HealthEvents events;
    private final Inventory inventory;
    private final Clock clock;
    private final PostureSettings settings;
    private final SingleFlight<PostureFilter, PostureCounts> counts;

    public PostureAnswers(
            AssetStatuses statuses, HealthEvents events, Inventory inventory, Clock clock, PostureSettings settings) {
        this.statuses = statuses;
        this.events = events;
        this.inventory = inventory;
        this.clock = clock;
        this.settings = settings;
        this.counts = new SingleFlight<>(new Room(settings.cacheTtl(), MOST_COUNTS, MOST_COUNTS), one -> 1, clock);
    }

    /** The counts over what matches; at most as old as the cache lives. */
    public PostureCounts counts(PostureFilter filter) {
        return counts.get(
                filter, wanted -> new PostureCounts(statuses.summary(wanted), inventory.countUnmonitored(wanted)));
    }

    /** One asset, unmonitored ones too; empty when the inventory does not know it. */
    public Optional<AssetState> state(String assetKey) {
        return Optional.ofNullable(inventory.find(List.of(assetKey)).get(assetKey))
                .map(this::state);
    }

    /** One asset with its last hours; empty when the inventory does not know it. */
    public Optional<PostureDetail> detail(String assetKey, Duration back, Optional<String> cursor) {
        return Optional.ofNullable(inventory.find(List.of(assetKey)).get(assetKey))
                .map(asset -> detail(asset, back, cursor));
    }

    private AssetState state(InventoryEntry asset) {
        return asset.monitored()
                ? statuses.find(new AssetKey(asset.assetKey()))
                        .map(document -> AssetState.of(document, asset))
                        .orElseGet(() -> AssetState.underived(asset))
                : AssetState.underived(asset);
    }

    private PostureDetail detail(InventoryEntry asset, Duration back, Optional<String> cursor) {
        AssetKey key = new AssetKey(asset.assetKey());
        Instant now = clock.instant();
        Map<Duration, Tally> tallies = events.tally(key, now, List.of(Completeness.DAY, Completeness.HOUR));
        Integer interval = asset.probeIntervalSeconds();
        Completeness completeness = new Completeness(
                tallies.getOrDefault(Completeness.DAY, Tally.NONE),
                tallies.getOrDefault(Completeness.HOUR, Tally.NONE),
                interval == null ? Probe.DEFAULT_INTERVAL_SECONDS : interval);
        List<HealthEventDocument> newest = events.newest(List.of(key), 1).getOrDefault(key, List.of());
        return new PostureDetail(
                state(asset),
                events.timeline(key, now.minus(back), cursor),
                newest.stream().findFirst(),
                completeness,
                settings.latencySloMs());
    }
}
