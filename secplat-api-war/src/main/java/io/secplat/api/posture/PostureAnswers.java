package io.secplat.api.posture;

import io.secplat.api.cache.FinishedAnswer;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.search.AssetStatuses;
import io.secplat.search.HealthEvents;
import io.secplat.search.HealthEvents.History;
import io.secplat.search.HealthEvents.HistoryQuestion;
import io.secplat.search.HealthEvents.Tally;
import io.secplat.search.PostureFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers about posture: lists and counts, shared among callers for a short while; one asset, with its evidence, always as it is. */
public final class PostureAnswers {

    private final AssetStatuses statuses;
    private final HealthEvents events;
    private final Inventory inventory;
    private final PostureList list;
    private final AnswerCache cache;
    private final Clock clock;
    private final int latencySloMs;

    /** A question about the counts, as a key of the cache. */
    private record CountQuestion(PostureFilter filter) {}

    public PostureAnswers(
            AssetStatuses statuses,
            HealthEvents events,
            Inventory inventory,
            AnswerCache cache,
            Clock clock,
            int latencySloMs) {
        this.statuses = statuses;
        this.events = events;
        this.inventory = inventory;
        this.list = new PostureList(statuses, inventory);
        this.cache = cache;
        this.clock = clock;
        this.latencySloMs = latencySloMs;
    }

    /** A page, or the complete list while it is no longer than one; otherwise empty, and {@link #walk} is the way. */
    public Optional<FinishedAnswer> list(PostureQuestion asked) {
        return cache.get(asked, () -> page(asked).map(PostureList.Page::json));
    }

    /** The complete list, page by page. */
    public PostureWalk walk(PostureQuestion asked) {
        return list.walk(asked.filter(), asked.scope());
    }

    /** The counts over what matches. */
    public FinishedAnswer counts(PostureFilter filter) {
        return cache.always(
                new CountQuestion(filter),
                () -> new PostureCounts(statuses.summary(filter), inventory.countUnmonitored(filter)).json());
    }

    /** One asset, unmonitored ones too; empty when the inventory does not know it. */
    public Optional<AssetState> state(String assetKey) {
        return entry(assetKey).map(this::state);
    }

    /** One asset with its last hours; empty when the inventory does not know it. One query and at most two requests to the record. */
    public Optional<PostureDetail> detail(String assetKey, Duration back, Optional<String> cursor) {
        return entry(assetKey).map(asset -> detail(asset, back, cursor));
    }

    private Optional<PostureList.Page> page(PostureQuestion asked) {
        return asked.isComplete()
                ? list.complete(asked.filter(), asked.scope())
                : Optional.of(list.page(
                        asked.filter(), asked.scope(), asked.limit().orElse(PostureQuestion.PAGE), asked.cursor()));
    }

    private Optional<InventoryEntry> entry(String assetKey) {
        return Optional.ofNullable(inventory.find(List.of(assetKey)).get(assetKey));
    }

    private AssetState state(InventoryEntry asset) {
        return asset.monitored()
                ? statuses.find(new AssetKey(asset.assetKey()))
                        .map(document -> AssetState.of(document, asset))
                        .orElseGet(() -> AssetState.underived(asset))
                : AssetState.underived(asset);
    }

    private PostureDetail detail(InventoryEntry asset, Duration back, Optional<String> cursor) {
        Instant now = clock.instant();
        History history = events.history(
                new AssetKey(asset.assetKey()),
                new HistoryQuestion(now.minus(back), cursor, now, List.of(Completeness.DAY, Completeness.HOUR)));
        Integer interval = asset.probeIntervalSeconds();
        Completeness completeness = new Completeness(
                history.tallies().getOrDefault(Completeness.DAY, Tally.NONE),
                history.tallies().getOrDefault(Completeness.HOUR, Tally.NONE),
                interval == null ? Probe.DEFAULT_INTERVAL_SECONDS : interval);
        return new PostureDetail(state(asset), history.timeline(), history.newest(), completeness, latencySloMs);
    }
}
