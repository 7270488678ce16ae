package io.secplat.contracts.document;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * The checks of one hour, counted for each asset. It is made of the events and can be made again at any time.
 *
 * @param hour its first moment; events at the first moment of the next hour belong to that one
 * @param events documents of the hour in the event index, results or not, when it was counted: another number there now means
 *     that this document is out of date
 * @param assets every asset with a result in the hour, monitored or not
 */
public record EventHourDocument(Instant hour, long events, Instant countedAt, List<Checks> assets) {

    /**
     * The checks of one asset.
     *
     * @param timed those that tell how long they took
     * @param latencySumMs the wall time of those in milliseconds
     */
    public record Checks(AssetKey asset, long checks, long successes, long timed, long latencySumMs) {

        /** Both together, of the same asset. */
        public Checks and(Checks other) {
            return new Checks(
                    asset,
                    checks + other.checks,
                    successes + other.successes,
                    timed + other.timed,
                    latencySumMs + other.latencySumMs);
        }

        private JsonObject toJson() {
            return new JsonWriter()
                    .put("asset", asset.value())
                    .put("checks", checks)
                    .put("successes", successes)
                    .put("timed", timed)
                    .put("latency_sum_ms", latencySumMs)
                    .build();
        }
    }

    public EventHourDocument {
        assets = List.copyOf(assets);
    }

    /** The hour as ISO-8601: counting it again replaces the document. */
    public String id() {
        return hour.toString();
    }

    public JsonObject toJson() {
        JsonArrayBuilder counts = Json.createArrayBuilder();
        assets.forEach(asset -> counts.add(asset.toJson()));
        return new JsonWriter()
                .put("@timestamp", hour)
                .put("events", events)
                .put("counted_at", countedAt)
                .put("assets", counts.build())
                .build();
    }
}
