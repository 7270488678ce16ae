package io.secplat.search.memory;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.HealthEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Health events in memory. */
public final class InMemoryHealthEvents implements HealthEvents {

    private static final int PAGE = 50;

    private final Map<String, HealthEventDocument> documents = new LinkedHashMap<>();
    private final Runnable reach;

    public InMemoryHealthEvents() {
        this(() -> {});
    }

    InMemoryHealthEvents(Runnable reach) {
        this.reach = reach;
    }

    @Override
    public synchronized void append(List<HealthEventDocument> events) {
        reach.run();
        events.forEach(event -> documents.putIfAbsent(event.id(), event));
    }

    @Override
    public Map<AssetKey, List<HealthEventDocument>> newest(Collection<AssetKey> assets, int perAsset) {
        Map<AssetKey, List<HealthEventDocument>> newest = new HashMap<>();
        for (AssetKey asset : assets) {
            List<HealthEventDocument> all = since(asset, Instant.MIN);
            if (!all.isEmpty()) {
                newest.put(asset, all.subList(Math.max(0, all.size() - perAsset), all.size()));
            }
        }
        return newest;
    }

    @Override
    public synchronized List<HealthEventDocument> since(AssetKey asset, Instant after) {
        reach.run();
        return documents.values().stream()
                .filter(event ->
                        event.asset().equals(asset) && event.timestamp().isAfter(after))
                .sorted(Comparator.comparing(HealthEventDocument::timestamp))
                .toList();
    }

    @Override
    public Page timeline(AssetKey asset, Instant since, Optional<String> cursor) {
        List<HealthEventDocument> all = new ArrayList<>(since(asset, since));
        Collections.reverse(all);
        int from = cursor.map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + PAGE);
        return new Page(
                List.copyOf(all.subList(from, to)),
                to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
    }

    @Override
    public Map<Duration, Tally> tally(AssetKey asset, Instant until, Collection<Duration> periods) {
        Map<Duration, Tally> tallies = new LinkedHashMap<>();
        for (Duration period : periods) {
            tallies.put(
                    period,
                    count(since(asset, until.minus(period)).stream()
                            .filter(event -> !event.timestamp().isAfter(until))
                            .toList()));
        }
        return tallies;
    }

    /** Whatever there is, in the order of arrival. */
    synchronized List<HealthEventDocument> all() {
        reach.run();
        return List.copyOf(documents.values());
    }

    static Tally count(List<HealthEventDocument> events) {
        OptionalDouble latency = events.stream()
                .map(HealthEventDocument::latencyMs)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average();
        return new Tally(
                events.size(),
                events.stream().filter(HealthEventDocument::success).count(),
                latency.isPresent() ? latency.getAsDouble() : null);
    }
}
