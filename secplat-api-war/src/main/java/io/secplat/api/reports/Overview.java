package io.secplat.api.reports;

import io.secplat.api.posture.InventoryEntry;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.PostureHighlights;
import io.secplat.search.PostureSummary;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The first page: the counts, how they moved since yesterday, and what drives them.
 *
 * @param known what the inventory says of the assets in the highlights
 * @param yesterday empty when there is no snapshot that old, or when it covers other assets than were asked for
 */
public record Overview(
        PostureHighlights highlights,
        Map<String, InventoryEntry> known,
        long alertsFiring,
        Optional<Report> yesterday) {

    public JsonObject json() {
        return new JsonWriter()
                .put("executive_strip", strip())
                .put("top_drivers", drivers())
                .build();
    }

    private JsonObject strip() {
        PostureSummary summary = highlights.summary();
        return new JsonWriter()
                .put("posture_score_avg", score())
                .put("total_assets", summary.total())
                .put("alerts_firing", alertsFiring)
                .put("score_trend_vs_yesterday", trend())
                .put("risk_change_24h", riskChange())
                .put("green", summary.green())
                .put("amber", summary.amber())
                .put("red", summary.red())
                .put("down_assets", summary.downAssets())
                .build();
    }

    private JsonObject drivers() {
        return new JsonWriter()
                .put("worst_assets", array(highlights.worst(), document -> asset(document)
                        .put("posture_score", document.postureScore())
                        .put("status", document.postureState().wire())))
                .put("by_reason", array(highlights.reasons(), reason -> new JsonWriter()
                        .put("reason", reason.reason())
                        .put("count", reason.count())))
                .put("recently_updated", array(highlights.recent(), document -> asset(document)
                        .put("last_seen", document.lastSeen())))
                .build();
    }

    private JsonWriter asset(AssetStatusDocument document) {
        String key = document.assetKey().value();
        return new JsonWriter()
                .put("asset_id", key)
                .put(
                        "name",
                        Optional.ofNullable(known.get(key))
                                .map(InventoryEntry::name)
                                .orElse(document.name()));
    }

    private @Nullable Double score() {
        Double average = highlights.summary().scoreAverage();
        return average == null ? null : Double.valueOf(Math.round(average * 10) / 10.0);
    }

    private @Nullable String trend() {
        Double now = score();
        Double then = yesterday.map(Report::scoreAverage).orElse(null);
        if (now == null || then == null) {
            return null;
        }
        int direction = Double.compare(now, then);
        return direction > 0 ? "up" : direction < 0 ? "down" : "same";
    }

    private @Nullable Long riskChange() {
        return yesterday.map(then -> highlights.summary().red() - then.red()).orElse(null);
    }

    private static <T> JsonArray array(Collection<T> things, Function<T, JsonWriter> json) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        things.forEach(thing -> array.add(json.apply(thing).build()));
        return array.build();
    }
}
