package io.secplat.api.reports;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.HealthEvents.Tally;
import io.secplat.search.PostureSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posture in short: what it is, and how a period went.
 *
 * @param uptimePct successful checks of all checks of monitored assets in the period, in percent; null without checks
 * @param scoreAverage mean posture score, one decimal; null without assets
 * @param latencyMs mean wall time of the checks of the period in ms, one decimal; null without checks
 * @param topIncidents at most ten keys of red assets, down ones first
 * @param downAssets the keys of all down assets, ascending
 */
public record Report(
        ReportPeriod period,
        @Nullable Double uptimePct,
        @Nullable Double scoreAverage,
        @Nullable Double latencyMs,
        List<String> topIncidents,
        int totalAssets,
        int green,
        int amber,
        int red,
        List<String> downAssets) {

    public Report {
        topIncidents = List.copyOf(topIncidents);
        downAssets = List.copyOf(downAssets);
    }

    static Report of(ReportPeriod period, PostureSummary summary, List<String> topIncidents, Tally tally) {
        return new Report(
                period,
                uptime(tally),
                rounded(summary.scoreAverage()),
                rounded(tally.meanLatencyMs()),
                topIncidents,
                Math.toIntExact(summary.total()),
                Math.toIntExact(summary.green()),
                Math.toIntExact(summary.amber()),
                Math.toIntExact(summary.red()),
                summary.downAssets());
    }

    /** The members of the contract. */
    public JsonWriter json() {
        return members(new JsonWriter());
    }

    /** The same members after others. */
    JsonWriter members(JsonWriter json) {
        return json.put("period", period.wire())
                .put("uptime_pct", uptimePct)
                .put("posture_score_avg", scoreAverage)
                .put("avg_latency_ms", latencyMs)
                .put("top_incidents", topIncidents)
                .put("total_assets", totalAssets)
                .put("green", green)
                .put("amber", amber)
                .put("red", red)
                .put("down_assets", downAssets);
    }

    /** Two decimals, rounded down: 100 means that not one check failed. */
    private static @Nullable Double uptime(Tally tally) {
        if (tally.checks() == 0) {
            return null;
        }
        long hundredths = 10_000 * tally.successes() / tally.checks();
        return hundredths / 100.0;
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Double.valueOf(Math.round(value * 10) / 10.0);
    }
}
