package io.secplat.api.posture;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.PostureSummary;
import jakarta.json.JsonObject;

/** The counts over all monitored assets, and how many are not monitored. */
public record PostureCounts(PostureSummary summary, long unmonitored) {

    public JsonObject json() {
        Double average = summary.scoreAverage();
        return new JsonWriter()
                .put("green", summary.green())
                .put("amber", summary.amber())
                .put("red", summary.red())
                .put("posture_score_avg", average == null ? null : Math.round(average * 10) / 10.0)
                .put("down_assets", summary.downAssets())
                .put("total", summary.total())
                .put("unmonitored", unmonitored)
                .put("flapping", summary.flapping())
                .put("stale", summary.stale())
                .put("unknown", summary.unknown())
                .build();
    }
}
