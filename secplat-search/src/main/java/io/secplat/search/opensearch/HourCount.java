package io.secplat.search.opensearch;

import io.secplat.contracts.document.EventHourDocument;
import io.secplat.contracts.document.EventHourDocument.Checks;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.EventHours;
import io.secplat.search.EventHours.Span;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the events of one hour, all at the same moment of the index. Where there are more assets than fit into an answer, they are
 * asked for in parts; the cluster spreads names evenly over parts, and tells whether something did not fit.
 */
final class HourCount {

    /** Names in one answer, of each kind: a cluster refuses more than 65 535 buckets. */
    static final int PART = 30_000;

    /** In how many parts at most an hour is asked for, and then it has too many assets. */
    private static final int MOST_PARTS = 32;

    private static final String ASSETS = "assets";
    private static final String SERVICES = "services";

    private final Moment moment;
    private final Instant hour;
    private final JsonObject period;
    private final int part;

    HourCount(Moment moment, Instant hour, int part) {
        this.moment = moment;
        this.hour = hour;
        this.period = Dsl.in(HealthQueries.TIME, new Span(hour, hour.plus(EventHours.HOUR)));
        this.part = part;
    }

    /** The document of the hour; empty when it has results of more than {@link EventHours#MOST_ASSETS} assets. */
    Optional<EventHourDocument> document(Instant now) {
        long events = Dsl.total(moment.search(Dsl.matches(period).build()));
        for (int parts = 1; parts <= MOST_PARTS; parts *= 2) {
            Optional<Map<AssetKey, Checks>> counts = counts(parts);
            if (counts.isPresent()) {
                return counts.filter(found -> found.size() <= EventHours.MOST_ASSETS)
                        .map(found -> new EventHourDocument(hour, events, now, List.copyOf(found.values())));
            }
        }
        return Optional.empty();
    }

    /** The counts; empty when one of the parts does not fit into an answer. */
    private Optional<Map<AssetKey, Checks>> counts(int parts) {
        Map<AssetKey, Checks> counts = new TreeMap<>();
        for (int i = 0; i < parts; i++) {
            JsonObject counted = Dsl.aggregations(moment.search(search(i, parts)));
            JsonObject services = counted.getJsonObject(SERVICES);
            for (JsonObject names : List.of(counted.getJsonObject(ASSETS), services.getJsonObject(SERVICES))) {
                if (names.getJsonNumber("sum_other_doc_count").longValue() > 0) {
                    return Optional.empty();
                }
                names.getJsonArray("buckets").getValuesAs(JsonObject.class).forEach(bucket -> add(counts, bucket));
            }
        }
        return Optional.of(counts);
    }

    private static void add(Map<AssetKey, Checks> counts, JsonObject bucket) {
        String name = bucket.getString("key");
        if (AssetKey.isValid(name)) {
            AssetKey asset = new AssetKey(name);
            Sums sums = Tallies.read(bucket);
            counts.merge(
                    asset,
                    new Checks(asset, sums.checks(), sums.successes(), sums.timed(), sums.latencySumMs()),
                    Checks::and);
        }
    }

    /** By asset; events that name none by their service. */
    private JsonObject search(int number, int parts) {
        JsonObject nameless = Dsl.bucket(HealthQueries.NAMELESS, Dsl.object(SERVICES, names("service", number, parts)));
        return Dsl.counting(
                Dsl.all(HealthQueries.RESULT, period),
                new JsonWriter()
                        .put(ASSETS, names("asset", number, parts))
                        .put(SERVICES, nameless)
                        .build());
    }

    private JsonObject names(String field, int number, int parts) {
        JsonWriter terms = new JsonWriter().put("field", field).put("size", part);
        if (parts > 1) {
            terms.put(
                    "include",
                    new JsonWriter()
                            .put("partition", number)
                            .put("num_partitions", parts)
                            .build());
        }
        return new JsonWriter()
                .put("terms", terms.build())
                .put("aggs", Tallies.COUNTS)
                .build();
    }
}
