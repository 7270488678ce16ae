package io.secplat.api.notifications.postgres;

import io.secplat.api.notifications.Digests;
import io.secplat.api.notifications.Muted;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.event.SecPlatEvent;
import io.secplat.runtime.IdSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/**
 * A row for each period; whoever writes it publishes, in the same transaction. Each muted delivery is marked with the period that told
 * it, and not chosen by its time alone, since a transaction that began within a period may end after it was summed up.
 */
public record PostgresDigests(Database database, OutboxTable outbox, IdSource ids) implements Digests {

    private static final String BEGIN =
            "INSERT INTO notification_digests (until) SELECT :until WHERE NOT EXISTS (SELECT FROM notification_digests)";

    private static final String CLAIM =
            "INSERT INTO notification_digests (until) VALUES (:until) ON CONFLICT DO NOTHING";

    private static final String MARK =
            """
            UPDATE notification_deliveries SET digested_until = :until
            WHERE status = 'suppressed' AND reason IN ('quiet_hours', 'muted') AND digested_until IS NULL
              AND recorded_at < :until
            """;

    private static final String MUTED =
            """
            WITH muted AS (%s RETURNING channel, kind, reason, asset_keys),
            assets AS (
                SELECT channel, kind, reason, asset, count(*) AS times,
                    row_number() OVER (PARTITION BY channel, kind, reason ORDER BY count(*) DESC, asset) AS place
                FROM muted, unnest(asset_keys) AS asset GROUP BY channel, kind, reason, asset)
            SELECT m.channel, m.kind, m.reason, count(*) AS times,
                coalesce((SELECT array_agg(a.asset ORDER BY a.place) FROM assets a
                    WHERE (a.channel, a.kind, a.reason) IS NOT DISTINCT FROM (m.channel, m.kind, m.reason)
                      AND a.place <= 5), '{}') AS named
            FROM muted m GROUP BY m.channel, m.kind, m.reason ORDER BY times DESC, m.channel, m.kind, m.reason
            """
                    .formatted(MARK);

    @Override
    public Optional<Instant> last() {
        return database.read(handle -> handle.createQuery("SELECT max(until) FROM notification_digests")
                .mapTo(Instant.class)
                .findOne());
    }

    @Override
    public void begin(Instant from) {
        database.change(handle -> {
            int first = handle.createUpdate(BEGIN).bind("until", from).execute();
            if (first == 1) {
                int unused = handle.createUpdate(MARK).bind("until", from).execute();
            }
        });
    }

    @Override
    public boolean sumUp(Instant until, Function<List<Muted>, SecPlatEvent> words) {
        return database.inTransaction(handle -> {
            boolean ours = handle.createUpdate(CLAIM).bind("until", until).execute() == 1;
            List<Muted> muted = ours ? muted(handle, until) : List.of();
            if (!muted.isEmpty()) {
                outbox.append(
                        handle,
                        List.of(OutboxEntry.of(
                                words.apply(muted), ids.next(), ids.next().toString())));
            }
            return ours;
        });
    }

    private static List<Muted> muted(Handle handle, Instant until) {
        return handle.createQuery(MUTED)
                .bind("until", until)
                .map(PostgresDigests::row)
                .list();
    }

    private static Muted row(RowView row) {
        return new Muted(
                text(row, "channel"),
                text(row, "kind"),
                text(row, "reason"),
                row.getColumn("times", Long.class),
                List.of(row.getColumn("named", String[].class)));
    }

    private static String text(RowView row, String column) {
        return String.valueOf(row.getColumn(column, String.class));
    }
}
