package io.secplat.api.notifications.postgres;

import io.secplat.api.outbox.Unsettled;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import java.util.List;
import java.util.UUID;

/** Messages of which no delivery and no failure was recorded, after the transport lost what it carried. */
public final class Undelivered implements Unsettled {

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
            List<UUID> lost = handle.createQuery(
                            """
                            SELECT o.event_id FROM outbox_events o
                            WHERE o.target = 'secplat.events.notify' AND o.published_at IS NOT NULL
                              AND NOT EXISTS (SELECT FROM notification_deliveries d
                                  WHERE d.notification_event_id = o.event_id::text)
                            """)
                    .mapTo(UUID.class)
                    .list();
            return outbox.republish(handle, lost);
        });
    }
}
