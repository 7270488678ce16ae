package io.secplat.api.reports.postgres;

import io.secplat.api.reports.Report;
import io.secplat.api.reports.ReportPeriod;
import io.secplat.api.reports.Snapshot;
import io.secplat.contracts.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** How a report stands in a row. */
final class SnapshotRows {

    private SnapshotRows() {}

    static Query bind(Query query, Report report) {
        return query.bind("period", report.period().wire())
                .bind("uptime", report.uptimePct())
                .bind("score", report.scoreAverage())
                .bind("latency", report.latencyMs())
                .bind("total", report.totalAssets())
                .bind("green", report.green())
                .bind("amber", report.amber())
                .bind("red", report.red())
                .bind("top", Json.createArrayBuilder(report.topIncidents()).build())
                .bind("down", Json.createArrayBuilder(report.downAssets()).build());
    }

    static Snapshot snapshot(RowView row) {
        Report report = new Report(
                ReportPeriod.of(row.getColumn("period", String.class)).orElse(ReportPeriod.DAY),
                row.getColumn("uptime_pct", Double.class),
                row.getColumn("posture_score_avg", Double.class),
                row.getColumn("avg_latency_ms", Double.class),
                keys(row, "top_incidents"),
                count(row, "total_assets"),
                count(row, "green"),
                count(row, "amber"),
                count(row, "red"),
                keys(row, "down_assets"));
        return new Snapshot(row.getColumn("id", Integer.class), row.getColumn("created_at", Instant.class), report);
    }

    /** The columns may be null in rows that others wrote. */
    private static int count(RowView row, String column) {
        return Optional.ofNullable(row.getColumn(column, Integer.class)).orElse(0);
    }

    private static List<String> keys(RowView row, String column) {
        return row.getColumn(column, JsonArray.class).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
