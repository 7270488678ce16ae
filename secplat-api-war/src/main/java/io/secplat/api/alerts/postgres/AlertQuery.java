package io.secplat.api.alerts.postgres;

import io.secplat.api.alerts.AlertFacts;
import io.secplat.api.alerts.AlertFacts.Asset;
import io.secplat.api.suppression.Quiet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Reads the alerts of the list with everything the database knows about their assets, in one statement. */
final class AlertQuery {

    private static final Duration SHOWN_AFTER_END = Duration.ofDays(7);

    private static final String LISTED =
            """
            SELECT s.*, a.name, a.owner, a.environment, a.criticality, a.asset_type, a.verified,
                   f.active, f.top_score, f.top_level, i.ids, i.severities,
                   w.reason AS window_reason, w.end_at AS window_end, r.reason AS rule_reason, r.ends_at AS rule_end
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
            LEFT JOIN LATERAL (
                SELECT reason, end_at FROM maintenance_windows
                WHERE asset_key = s.asset_key AND start_at <= :now AND end_at >= :now
                ORDER BY end_at DESC LIMIT 1) w ON true
            LEFT JOIN LATERAL (
                SELECT reason, ends_at FROM suppression_rules
                WHERE (scope = 'all' OR (scope = 'asset' AND scope_value = s.asset_key))
                  AND starts_at <= :now AND ends_at >= :now
                ORDER BY ends_at DESC LIMIT 1) r ON true
            WHERE s.is_open OR s.resolved_at > :since
            """;

    private AlertQuery() {}

    static List<AlertFacts> listed(Handle handle, Instant now) {
        return handle.createQuery(LISTED)
                .bind("since", now.minus(SHOWN_AFTER_END))
                .bind("now", now)
                .map(AlertQuery::facts)
                .list();
    }

    private static AlertFacts facts(RowView row) {
        return new AlertFacts(
                AlertRows.state(row),
                Optional.ofNullable(row.getColumn("name", String.class)).map(name -> asset(name, row)),
                row.getColumn("active", Integer.class),
                row.getColumn("top_score", Integer.class),
                row.getColumn("top_level", String.class),
                List.of(row.getColumn("ids", Integer[].class)),
                List.of(row.getColumn("severities", String[].class)),
                new Quiet(cause(row, "window"), cause(row, "rule")));
    }

    private static Optional<Quiet.Cause> cause(RowView row, String what) {
        return Optional.ofNullable(row.getColumn(what + "_end", Instant.class))
                .map(end -> new Quiet.Cause(row.getColumn(what + "_reason", String.class), end));
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
