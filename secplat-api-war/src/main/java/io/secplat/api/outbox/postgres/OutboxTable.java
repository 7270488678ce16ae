package io.secplat.api.outbox.postgres;

import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.contracts.trace.TraceContext;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The door through which features put rows into {@code outbox_events}. */
public final class OutboxTable {

    /** In the order of the entries, which is the order of publication. */
    private static final String INSERT =
            """
            INSERT INTO outbox_events (event_id, target, event_type, request_id, payload, traceparent, tracestate)
            SELECT CAST(event_id AS uuid), target, event_type, request_id, CAST(payload AS jsonb), traceparent, tracestate
            FROM unnest(:eventIds, :targets, :eventTypes, :requestIds, :payloads, :parents, :states) WITH ORDINALITY
                AS entry (event_id, target, event_type, request_id, payload, traceparent, tracestate, place)
            ORDER BY place
            """;

    private final OutboxSignal signal;

    public OutboxTable(OutboxSignal signal) {
        this.signal = signal;
    }

    /** Adds rows in one statement within the caller's transaction, and wakes their relays once that has committed. */
    public void append(Handle handle, Collection<OutboxEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        handle.createUpdate(INSERT)
                .bindArray("eventIds", String.class, texts(entries, entry -> entry.eventId()
                        .toString()))
                .bindArray("targets", String.class, texts(entries, OutboxEntry::target))
                .bindArray("eventTypes", String.class, texts(entries, OutboxEntry::eventType))
                .bindArray("requestIds", String.class, texts(entries, OutboxEntry::requestId))
                .bindArray("payloads", String.class, texts(entries, entry -> entry.payload()
                        .toString()))
                .bindArray("parents", String.class, texts(entries, OutboxTable::parent))
                .bindArray("states", String.class, texts(entries, OutboxTable::state))
                .execute();
        wakeAfterCommit(handle, entries.stream().map(OutboxEntry::target).collect(Collectors.toSet()));
    }

    private static @Nullable String parent(OutboxEntry entry) {
        return entry.trace().map(TraceContext::traceparent).orElse(null);
    }

    private static @Nullable String state(OutboxEntry entry) {
        return entry.trace().flatMap(TraceContext::state).orElse(null);
    }

    private void wakeAfterCommit(Handle handle, Set<String> targets) {
        handle.afterCommit(() -> signal.raise(targets));
    }

    private static Object[] texts(Collection<OutboxEntry> entries, Function<OutboxEntry, @Nullable String> member) {
        return entries.stream().map(member).toArray();
    }

    /** As {@link #republish}, each with this payload instead of its own. */
    public int republish(Handle handle, Map<UUID, JsonObject> payloads) {
        List<Map.Entry<UUID, JsonObject>> changed = List.copyOf(payloads.entrySet());
        handle.createUpdate(
                        """
                        UPDATE outbox_events o SET payload = CAST(changed.payload AS jsonb)
                        FROM unnest(:ids, :payloads) AS changed (event_id, payload)
                        WHERE o.event_id = CAST(changed.event_id AS uuid)
                        """)
                .bindArray(
                        "ids",
                        String.class,
                        changed.stream().map(entry -> entry.getKey().toString()).toArray())
                .bindArray(
                        "payloads",
                        String.class,
                        changed.stream()
                                .map(entry -> entry.getValue().toString())
                                .toArray())
                .execute();
        return republish(handle, payloads.keySet());
    }

    /** Makes published rows wait again, within the caller's transaction; returns how many. */
    public int republish(Handle handle, Collection<UUID> eventIds) {
        List<String> targets = handle.createQuery(
                        """
                        UPDATE outbox_events SET published_at = NULL WHERE event_id = ANY (CAST(:ids AS uuid[]))
                        RETURNING target
                        """)
                .bindArray(
                        "ids",
                        String.class,
                        eventIds.stream().map(UUID::toString).toArray())
                .mapTo(String.class)
                .list();
        wakeAfterCommit(handle, Set.copyOf(targets));
        return targets.size();
    }
}
