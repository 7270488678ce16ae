package io.secplat.api.alerts.postgres;

import io.secplat.api.alerts.EscalationBook;
import io.secplat.api.alerts.EscalationSteps;
import io.secplat.api.alerts.Overdue;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.event.SecPlatEvent;
import io.secplat.contracts.model.AssetKey;
import io.secplat.runtime.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Steps and outbox rows in one transaction. Rows that another server works on are left to it. */
public final class PostgresEscalationBook implements EscalationBook {

    /** A step that does not exist has no minutes, so its time never comes. */
    private static final String TAKE =
            """
            UPDATE alert_states s SET escalation_step = s.escalation_step + 1
            FROM (SELECT asset_key FROM alert_states d
                  WHERE is_open AND acked_at IS NULL
                    AND notified_down_at + make_interval(mins => (:minutes)[escalation_step + 1]) <= :now
                    AND (suppressed_until IS NULL OR suppressed_until <= :now)
                    AND NOT EXISTS (SELECT FROM maintenance_windows w
                        WHERE w.asset_key = d.asset_key AND w.start_at <= :now AND w.end_at >= :now)
                    AND NOT EXISTS (SELECT FROM suppression_rules r
                        WHERE (r.scope = 'all' OR (r.scope = 'asset' AND r.scope_value = d.asset_key))
                          AND r.starts_at <= :now AND r.ends_at >= :now)
                  ORDER BY asset_key LIMIT :most FOR UPDATE SKIP LOCKED) due
                LEFT JOIN assets a ON a.asset_key = due.asset_key
            WHERE s.asset_key = due.asset_key
            RETURNING s.asset_key, coalesce(s.change_at, s.notified_down_at) AS changed_at, s.escalation_step,
                coalesce(a.environment, '') AS environment, coalesce(a.tags, '{}') AS tags
            """;

    private final Database database;
    private final OutboxTable outbox;
    private final IdSource ids;
    private final Clock clock;

    public PostgresEscalationBook(Database database, OutboxTable outbox, IdSource ids, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public int take(
            EscalationSteps steps, int most, String requestId, Function<List<Overdue>, List<SecPlatEvent>> words) {
        return database.inTransaction(handle -> {
            List<Overdue> overdue = overdue(handle, steps, most);
            outbox.append(
                    handle,
                    words.apply(overdue).stream()
                            .map(event -> OutboxEntry.of(event, ids.next(), requestId))
                            .toList());
            return overdue.size();
        });
    }

    private List<Overdue> overdue(Handle handle, EscalationSteps steps, int most) {
        return handle.createQuery(TAKE)
                .bindArray("minutes", Integer.class, steps.minutes().toArray())
                .bind("now", clock.instant())
                .bind("most", most)
                .map(PostgresEscalationBook::overdue)
                .list();
    }

    private static Overdue overdue(RowView row) {
        return new Overdue(
                new AssetKey(row.getColumn("asset_key", String.class)),
                row.getColumn("changed_at", Instant.class),
                row.getColumn("escalation_step", Integer.class),
                PostgresAlertBook.marks(row));
    }
}
