package io.secplat.api.reports.postgres;

import io.secplat.api.postgres.Database;
import io.secplat.api.reports.FiringAlerts;
import io.secplat.search.PostureFilter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.statement.Query;

/** Counts open alerts that nobody acknowledged and nothing keeps quiet, in one query. */
public final class PostgresFiringAlerts implements FiringAlerts {

    private static final String FIRING =
            """
            SELECT count(*) FROM alert_states s LEFT JOIN assets a ON a.asset_key = s.asset_key
            WHERE s.is_open AND s.acked_at IS NULL
              AND (s.suppressed_until IS NULL OR s.suppressed_until <= :now)
              AND NOT EXISTS (SELECT FROM maintenance_windows w
                              WHERE w.asset_key = s.asset_key AND w.start_at <= :now AND w.end_at >= :now)
              AND NOT EXISTS (SELECT FROM suppression_rules r
                              WHERE (r.scope = 'all' OR (r.scope = 'asset' AND r.scope_value = s.asset_key))
                                AND r.starts_at <= :now AND r.ends_at >= :now)
            """;

    private final Database database;
    private final Clock clock;

    public PostgresFiringAlerts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public long count(PostureFilter filter) {
        String sql = FIRING
                + anyOf("environment", filter.environment())
                + anyOf("criticality", filter.criticality())
                + anyOf("owner", filter.owner());
        return database.read(handle -> {
            Query query = handle.createQuery(sql).bind("now", clock.instant());
            bind(query, "environment", filter.environment());
            bind(query, "criticality", filter.criticality());
            bind(query, "owner", filter.owner());
            return query.mapTo(Long.class).one();
        });
    }

    private static String anyOf(String column, List<String> wanted) {
        return wanted.isEmpty() ? "" : " AND lower(a." + column + ") = ANY (:" + column + ")";
    }

    private static void bind(Query query, String column, List<String> wanted) {
        if (!wanted.isEmpty()) {
            query.bindArray(
                    column,
                    String.class,
                    wanted.stream().map(word -> word.toLowerCase(Locale.ROOT)).toArray());
        }
    }
}
