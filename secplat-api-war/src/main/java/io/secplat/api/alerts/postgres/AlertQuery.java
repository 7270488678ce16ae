package io.secplat.api.alerts.postgres;

import io.secplat.api.alerts.AlertFacts;
import io.secplat.api.alerts.AlertFacts.Asset;
import io.secplat.api.alerts.AlertState;
import io.secplat.api.suppression.Quiet;
import io.secplat.api.suppression.postgres.SuppressionTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Reads the alerts of the list with everything the database knows about their assets, in two statements. */
final class AlertQuery {

    private static final Duration SHOWN_AFTER_END = Duration.ofDays(7);

    private static final String LISTED =
            """
            SELECT s.*, a.name, a.owner, a.environment, a.criticality, a.asset_type, a.verified,
                   f.active, f.top_score, f.top_level, i.ids, i.severities
            FROM alert_states s
            LEFT JOIN assets a ON a.asset_key = s.asset_key
            LEFT JOIN LATERAL (
                SELECT count(*)::int AS active, max(risk_score) AS top_score,
                       (array_agg(risk_level ORDER BY risk_score DESC NULLS LAST))[1] AS top_level
                FROM findings WHERE asset_id = a.asset_id AND status IN ('open', 'in_progress')) f ON true
            LEFT JOIN LATERAL (
                SELECT coalesce(array_agg(n.id ORDER BY n.id), '{}') AS ids,
                       coalesce(array_agg(n.severity ORDER BY n.id), '{}') AS severities
                FROM incident_alerts l JOIN incidents n ON n.id = l.incident_id
                WHERE l.asset_key = s.asset_key AND n.status NOT IN ('resolved', 'closed')) i ON true
            WHERE s.is_open OR s.resolved_at > :since
            """;

    private AlertQuery() {}

    private record Row(
            AlertState state,
            Optional<Asset> asset,
            int active,
            Optional<Integer> topScore,
            Optional<String> topLevel,
            List<Integer> incidents,
            List<String> severities) {}

    static List<AlertFacts> listed(Handle handle, Instant now) {
        List<Row> rows = handle.createQuery(LISTED)
                .bind("since", now.minus(SHOWN_AFTER_END))
                .map(AlertQuery::row)
                .list();
        Map<String, Quiet> quiet = SuppressionTable.active(
                handle, rows.stream().map(row -> row.state.assetKey()).toList(), now);
        return rows.stream()
                .map(row -> new AlertFacts(
                        row.state,
                        row.asset,
                        row.active,
                        row.topScore.orElse(null),
                        row.topLevel.orElse(null),
                        row.incidents,
                        row.severities,
                        quiet.getOrDefault(row.state.assetKey(), Quiet.NOTHING)))
                .toList();
    }

    private static Row row(RowView row) {
        return new Row(
                AlertRows.state(row),
                Optional.ofNullable(row.getColumn("name", String.class)).map(name -> asset(name, row)),
                row.getColumn("active", Integer.class),
                Optional.ofNullable(row.getColumn("top_score", Integer.class)),
                Optional.ofNullable(row.getColumn("top_level", String.class)),
                List.of(row.getColumn("ids", Integer[].class)),
                List.of(row.getColumn("severities", String[].class)));
    }

    private static Asset asset(String name, RowView row) {
        return new Asset(
                name,
                row.getColumn("owner", String.class),
                row.getColumn("environment", String.class),
                row.getColumn("criticality", String.class),
                row.getColumn("asset_type", String.class),
                row.getColumn("verified", Boolean.class));
    }
}
