package io.secplat.api.outbox.postgres;

import io.secplat.api.outbox.Outbox;
import io.secplat.api.outbox.OutboxBacklog;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.OutboxRow;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.trace.TraceContext;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** The outbox in the table {@code outbox_events}. */
public final class PostgresOutbox implements Outbox {

    private final Database database;

    public PostgresOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<OutboxRow> waiting(Collection<String> targets, int max) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT id, event_id, target, event_type, request_id, payload, created_at, traceparent, tracestate
                        FROM outbox_events
                        WHERE published_at IS NULL AND target = ANY (:targets)
                        ORDER BY id
                        LIMIT :max
                        """)
                .bindArray("targets", String.class, targets.toArray())
                .bind("max", max)
                .reduceRows(new java.util.ArrayList<OutboxRow>(), (rows, row) -> {
                    rows.add(row(row));
                    return rows;
                }));
    }

    /**
     * Does not wait for the disk: a Postgres that dies within the moment after it forgets the mark, and the rows are
     * published once more, as after a crash before it.
     */
    @Override
    public void published(Collection<Long> ids) {
        update(
                """
                UPDATE outbox_events SET published_at = now(), attempts = attempts + 1
                WHERE id = ANY (:ids) AND (SELECT set_config('synchronous_commit', 'off', true)) = 'off'
                """,
                ids);
    }

    @Override
    public void failed(Collection<Long> ids) {
        update("UPDATE outbox_events SET attempts = attempts + 1 WHERE id = ANY (:ids)", ids);
    }

    @Override
    public long lastPublished(Collection<String> targets) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT coalesce(max(id), 0) FROM outbox_events
                        WHERE published_at IS NOT NULL AND target = ANY (:targets)
                        """)
                .bindArray("targets", String.class, targets.toArray())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long countWaiting() {
        return database.read(
                handle -> handle.createQuery("SELECT count(*) FROM outbox_events WHERE published_at IS NULL")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public OutboxBacklog backlog() {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT count(*) AS waiting, (extract(epoch FROM clock_timestamp()
                            - coalesce(min(created_at), clock_timestamp())) * 1000)::bigint AS oldest_ms
                        FROM outbox_events WHERE published_at IS NULL
                        """)
                .map((row, context) -> new OutboxBacklog(
                        row.getLong("waiting"), Duration.ofMillis(Math.max(0, row.getLong("oldest_ms")))))
                .one());
    }

    @Override
    public int purge(Duration age) {
        return database.inTransaction(handle -> handle.createUpdate(
                        "DELETE FROM outbox_events WHERE published_at < now() - make_interval(secs => :seconds)")
                .bind("seconds", age.toSeconds())
                .execute());
    }

    private void update(String sql, Collection<Long> ids) {
        database.change(handle -> handle.createUpdate(sql)
                .bindArray("ids", Long.class, ids.toArray())
                .execute());
    }

    private static OutboxRow row(RowView row) {
        OutboxEntry entry = new OutboxEntry(
                row.getColumn("event_id", UUID.class),
                row.getColumn("target", String.class),
                row.getColumn("event_type", String.class),
                row.getColumn("request_id", String.class),
                row.getColumn("payload", JsonObject.class),
                TraceContext.parse(
                        row.getColumn("traceparent", String.class), row.getColumn("tracestate", String.class)));
        return new OutboxRow(row.getColumn("id", Long.class), entry, row.getColumn("created_at", Instant.class));
    }
}
