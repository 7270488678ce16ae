package io.secplat.search.memory;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import io.secplat.search.AssetStatuses;
import io.secplat.search.PostureFilter;
import io.secplat.search.PostureHighlights;
import io.secplat.search.PostureHighlights.ReasonCount;
import io.secplat.search.PostureSummary;
import io.secplat.search.WorstFirst;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Status documents in memory. */
public final class InMemoryAssetStatuses implements AssetStatuses {

    private static final Map<Integer, String> CRITICALITY = Map.of(1, "high", 3, "medium", 5, "low");

    private final Map<AssetKey, Stored> documents = new HashMap<>();
    private final Runnable reach;
    private long sequence;

    public InMemoryAssetStatuses() {
        this(() -> {});
    }

    InMemoryAssetStatuses(Runnable reach) {
        this.reach = reach;
    }

    @Override
    public Optional<AssetStatusDocument> find(AssetKey asset) {
        return Optional.ofNullable(find(List.of(asset)).get(asset)).map(Stored::document);
    }

    @Override
    public synchronized Map<AssetKey, Stored> find(Collection<AssetKey> assets) {
        reach.run();
        Map<AssetKey, Stored> found = new HashMap<>(documents);
        found.keySet().retainAll(Set.copyOf(assets));
        return found;
    }

    @Override
    public synchronized Set<AssetKey> write(List<Write> writes) {
        reach.run();
        Set<AssetKey> conflicts = new HashSet<>();
        for (Write write : writes) {
            AssetKey asset = write.document().assetKey();
            if (isOver(documents.get(asset), write.over())) {
                documents.put(asset, new Stored(write.document(), ++sequence, 1));
            } else {
                conflicts.add(asset);
            }
        }
        return conflicts;
    }

    @Override
    public synchronized void remove(Collection<AssetKey> assets) {
        reach.run();
        documents.keySet().removeAll(Set.copyOf(assets));
    }

    @Override
    public Page page(PostureFilter filter, int limit, Optional<String> cursor) {
        List<AssetStatusDocument> all = all(filter);
        int from = cursor.map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + limit);
        return new Page(
                all.size(),
                all.subList(from, to),
                to < all.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
    }

    @Override
    public synchronized List<AssetStatusDocument> all(PostureFilter filter) {
        reach.run();
        return documents.values().stream()
                .map(Stored::document)
                .filter(document -> matches(filter, document))
                .sorted(WorstFirst.ORDER)
                .toList();
    }

    @Override
    public Walk walk(PostureFilter filter, int pageSize) {
        return new InMemoryWalk(all(filter), pageSize);
    }

    @Override
    public PostureHighlights highlights(PostureFilter filter, int most) {
        List<AssetStatusDocument> all = all(filter);
        return new PostureHighlights(
                summary(filter),
                all.stream().limit(most).toList(),
                all.stream()
                        .map(AssetStatusDocument::reason)
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue()))
                        .limit(most)
                        .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
                        .toList(),
                all.stream()
                        .filter(document -> document.lastSeen() != null)
                        .sorted(Comparator.comparing(AssetStatusDocument::lastSeen, Comparator.reverseOrder())
                                .thenComparing(AssetStatusDocument::assetKey))
                        .limit(most)
                        .toList());
    }

    @Override
    public PostureSummary summary(PostureFilter filter) {
        List<AssetStatusDocument> all = all(filter);
        OptionalDouble score =
                all.stream().mapToInt(AssetStatusDocument::postureScore).average();
        return new PostureSummary(
                all.size(),
                count(all, document -> document.postureState() == PostureState.GREEN),
                count(all, document -> document.postureState() == PostureState.AMBER),
                count(all, document -> document.postureState() == PostureState.RED),
                score.isPresent() ? score.getAsDouble() : null,
                count(all, AssetStatusDocument::flapping),
                count(all, document -> document.status() == AssetStatus.STALE),
                count(all, document -> document.status() == AssetStatus.UNKNOWN),
                all.stream()
                        .filter(document -> document.status() == AssetStatus.DOWN)
                        .map(document -> document.assetKey().value())
                        .sorted()
                        .toList());
    }

    @Override
    public synchronized Set<AssetKey> inTrouble() {
        return all(PostureFilter.ALL).stream()
                .filter(document -> document.status() == AssetStatus.DOWN || document.flapping())
                .map(AssetStatusDocument::assetKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOver(@Nullable Stored present, @Nullable Stored expected) {
        return present == null || expected == null
                ? present == expected
                : present.sequence() == expected.sequence() && present.term() == expected.term();
    }

    private static long count(List<AssetStatusDocument> all, Predicate<AssetStatusDocument> condition) {
        return all.stream().filter(condition).count();
    }

    private static boolean matches(PostureFilter filter, AssetStatusDocument document) {
        String number = String.valueOf(document.criticality());
        return anyOf(filter.environment(), document.environment())
                && anyOf(filter.owner(), document.owner())
                && anyOf(filter.status(), document.postureState().wire())
                && anyOf(filter.criticality(), number, CRITICALITY.getOrDefault(document.criticality(), number));
    }

    private static boolean anyOf(List<String> wanted, String... names) {
        return wanted.isEmpty()
                || wanted.stream().map(value -> value.toLowerCase(Locale.ROOT)).anyMatch(value -> Stream.of(names)
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(value)));
    }
}
