package io.secplat.api.notifications.postgres;

import io.secplat.api.outbox.Unsettled;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Messages of which a record is missing, after the transport lost what it carried. One that was divided is sent again to exactly the
 * channels without a record; any other when nothing at all was recorded of it.
 */
public final class Undelivered implements Unsettled {

    private static final String WHOLE =
            """
            SELECT o.event_id FROM outbox_events o
            WHERE o.target = 'secplat.events.notify' AND o.published_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM notification_deliveries d WHERE d.notification_event_id = o.event_id::text)
              AND NOT EXISTS (SELECT FROM notification_divisions v WHERE v.notification_event_id = o.event_id::text)
            """;

    private static final String PARTS =
            """
            SELECT o.event_id, o.payload, array_agg(v.channel ORDER BY v.channel) AS missing
            FROM outbox_events o JOIN notification_divisions v ON v.notification_event_id = o.event_id::text
            WHERE o.target = 'secplat.events.notify' AND o.published_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM notification_deliveries d
                  WHERE d.notification_event_id = v.notification_event_id AND d.channel = v.channel)
            GROUP BY o.id
            """;

    /** A divided message and its channels without a record. */
    private record Part(UUID eventId, JsonObject payload, List<String> missing) {

        /** Names these channels alone; a Jira issue is asked for only where it is missing. */
        JsonObject again() {
            JsonObjectBuilder changed =
                    Json.createObjectBuilder(payload).add("channels", Json.createArrayBuilder(missing));
            return missing.contains("jira")
                    ? changed.build()
                    : changed.remove("jira").build();
        }
    }

    private final Database database;
    private final OutboxTable outbox;

    public Undelivered(Database database, OutboxTable outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public int republish() {
        return database.inTransaction(handle -> {
            List<UUID> lost = handle.createQuery(WHOLE).mapTo(UUID.class).list();
            return outbox.republish(handle, lost) + outbox.republish(handle, parts(handle));
        });
    }

    private static Map<UUID, JsonObject> parts(Handle handle) {
        return handle
                .createQuery(PARTS)
                .map(row -> new Part(
                        row.getColumn("event_id", UUID.class),
                        row.getColumn("payload", JsonObject.class),
                        List.of(row.getColumn("missing", String[].class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Part::eventId, Part::again));
    }
}
