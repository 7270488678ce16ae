package io.secplat.search.opensearch;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.HealthEvents;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue.ValueType;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Health events in OpenSearch. The newest results of many assets are one {@code _msearch}: each of its searches reads 21 entries
 * off the end of one asset's sorted times, while a single aggregation would walk through every event of the retention period.
 */
public final class OpenSearchHealthEvents implements HealthEvents {

    private static final int PAGE = 50;
    private static final int READ_AHEAD = 1_000;

    /** Searches in one request; more than that many assets make several requests. */
    private static final int MAX_SEARCHES = 1_000;

    private final Cluster cluster;
    private final IndexTemplates templates;
    private final String index;

    OpenSearchHealthEvents(Cluster cluster, IndexTemplates templates, String index) {
        this.cluster = cluster;
        this.templates = templates;
        this.index = index;
    }

    @Override
    public void append(List<HealthEventDocument> events) {
        if (events.isEmpty()) {
            return;
        }
        Bulk bulk = new Bulk(index);
        events.forEach(event -> bulk.create(event.id(), event.toJson()));
        templates.before(() -> bulk.send(cluster, Refresh.WAIT_FOR));
    }

    @Override
    public Map<AssetKey, List<HealthEventDocument>> newest(Collection<AssetKey> assets, int perAsset) {
        List<AssetKey> keys = List.copyOf(assets);
        Map<AssetKey, List<HealthEventDocument>> newest = new HashMap<>();
        for (int from = 0; from < keys.size(); from += MAX_SEARCHES) {
            List<AssetKey> some = keys.subList(from, Math.min(keys.size(), from + MAX_SEARCHES));
            newest.putAll(newestOf(some, perAsset));
        }
        return newest;
    }

    @Override
    public List<HealthEventDocument> since(AssetKey asset, Instant after) {
        JsonObject query = HealthQueries.resultsOf(asset, Dsl.after(HealthQueries.TIME, after));
        List<HealthEventDocument> all = new ArrayList<>();
        JsonArray position = null;
        List<JsonObject> hits;
        do {
            hits = Dsl.hits(search(query, READ_AHEAD, true, position)).toList();
            all.addAll(documents(hits.stream()));
            position = hits.isEmpty() ? null : hits.get(hits.size() - 1).getJsonArray("sort");
        } while (hits.size() == READ_AHEAD);
        return all;
    }

    @Override
    public Page timeline(AssetKey asset, Instant since, Optional<String> cursor) {
        return page(cluster.search(index, timelineBody(asset, since, cursor)));
    }

    @Override
    public History history(AssetKey asset, HistoryQuestion question) {
        List<JsonObject> answers = cluster.searches(
                index,
                List.of(
                        timelineBody(asset, question.since(), question.cursor()),
                        body(HealthQueries.resultsOf(asset, Dsl.EVERYTHING), 1, false, null),
                        tallyBody(asset, question.until(), question.periods())));
        return new History(
                page(answers.get(0)),
                documents(Dsl.hits(answers.get(1))).stream().findFirst(),
                tallies(Dsl.aggregations(answers.get(2)), question.periods()));
    }

    private static JsonObject timelineBody(AssetKey asset, Instant since, Optional<String> cursor) {
        JsonArray position = cursor.map(text -> Cursor.read(text, ValueType.NUMBER, ValueType.NUMBER))
                .orElse(null);
        return body(HealthQueries.resultsOf(asset, Dsl.after(HealthQueries.TIME, since)), PAGE + 1, false, position);
    }

    private static Page page(JsonObject answer) {
        List<JsonObject> hits = Dsl.hits(answer).toList();
        Optional<String> next =
                hits.size() > PAGE ? Optional.of(Cursor.of(hits.get(PAGE - 1).getJsonArray("sort"))) : Optional.empty();
        return new Page(documents(hits.stream().limit(PAGE)), next);
    }

    @Override
    public Map<Duration, Tally> tally(AssetKey asset, Instant until, Collection<Duration> periods) {
        return tallies(Dsl.aggregations(cluster.search(index, tallyBody(asset, until, periods))), periods);
    }

    /** The query restricts to the longest period, so that older events cost nothing. */
    private static JsonObject tallyBody(AssetKey asset, Instant until, Collection<Duration> periods) {
        JsonWriter buckets = new JsonWriter();
        periods.forEach(period -> buckets.put(
                period.toString(), Tallies.bucket(Dsl.between(HealthQueries.TIME, until.minus(period), until))));
        Duration longest = periods.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        JsonObject period = Dsl.between(HealthQueries.TIME, until.minus(longest), until);
        return Dsl.counting(HealthQueries.resultsOf(asset, period), buckets.build());
    }

    private static Map<Duration, Tally> tallies(JsonObject counted, Collection<Duration> periods) {
        Map<Duration, Tally> tallies = new LinkedHashMap<>();
        periods.forEach(period -> tallies.put(
                period,
                counted.containsKey(period.toString())
                        ? Tallies.read(counted.getJsonObject(period.toString())).tally()
                        : Tally.NONE));
        return tallies;
    }

    private Map<AssetKey, List<HealthEventDocument>> newestOf(List<AssetKey> assets, int perAsset) {
        List<JsonObject> searches = assets.stream()
                .map(asset -> body(HealthQueries.resultsOf(asset, Dsl.EVERYTHING), perAsset, false, null))
                .toList();
        List<JsonObject> answers = cluster.searches(index, searches);
        Map<AssetKey, List<HealthEventDocument>> newest = new HashMap<>();
        for (int i = 0; i < assets.size(); i++) {
            List<HealthEventDocument> results = new ArrayList<>(documents(Dsl.hits(answers.get(i))));
            Collections.reverse(results);
            if (!results.isEmpty()) {
                newest.put(assets.get(i), List.copyOf(results));
            }
        }
        return newest;
    }

    private JsonObject search(JsonObject query, int size, boolean oldestFirst, @Nullable JsonArray position) {
        return cluster.search(index, body(query, size, oldestFirst, position));
    }

    /** One search in the order of time; events of the same time stand in the order of their arrival. */
    private static JsonObject body(JsonObject query, int size, boolean oldestFirst, @Nullable JsonArray position) {
        String order = oldestFirst ? "asc" : "desc";
        return new JsonWriter()
                .put("query", query)
                .put("size", size)
                .put(
                        "sort",
                        Dsl.array(List.of(
                                new JsonWriter().put(HealthQueries.TIME, order).build(),
                                new JsonWriter().put("_seq_no", order).build())))
                .put("track_total_hits", false)
                .putIfPresent("search_after", position)
                .build();
    }

    private static List<HealthEventDocument> documents(Stream<JsonObject> hits) {
        return hits.flatMap(hit -> Lenient.read(hit.getJsonObject("_source"), HealthEventDocument::fromJson))
                .flatMap(Optional::stream)
                .toList();
    }
}
