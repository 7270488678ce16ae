package io.secplat.api.outbox.postgres;

import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.OutboxSignal;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The door through which features put rows into {@code outbox_events}. */
public final class OutboxTable {

    private final OutboxSignal signal;

    public OutboxTable(OutboxSignal signal) {
        this.signal = signal;
    }

    /** Adds rows within the caller's transaction, and wakes the relay once that has committed. */
    public void append(Handle handle, Collection<OutboxEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                """
                INSERT INTO outbox_events (event_id, target, event_type, request_id, payload)
                VALUES (:eventId, :target, :eventType, :requestId, :payload)
                """);
        for (OutboxEntry entry : entries) {
            batch.bind("eventId", entry.eventId())
                    .bind("target", entry.target())
                    .bind("eventType", entry.eventType())
                    .bind("requestId", entry.requestId())
                    .bind("payload", entry.payload())
                    .add();
        }
        batch.execute();
        handle.afterCommit(signal::raise);
    }

    /** Makes published rows wait again, within the caller's transaction; returns how many. */
    public int republish(Handle handle, Collection<UUID> eventIds) {
        int rows = handle.createUpdate(
                        "UPDATE outbox_events SET published_at = NULL WHERE event_id = ANY (CAST(:ids AS uuid[]))")
                .bindArray(
                        "ids",
                        String.class,
                        eventIds.stream().map(UUID::toString).toArray())
                .execute();
        handle.afterCommit(signal::raise);
        return rows;
    }
}
