package io.secplat.api.alerts.postgres;

import io.secplat.api.outbox.Unsettled;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import java.util.List;
import java.util.UUID;

/** Events that should have opened an incident and have not, after the transport lost what it carried. */
public final class Uncorrelated implements Unsettled {

    private final Database database;
    private final OutboxTable outbox;

    public Uncorrelated(Database database, OutboxTable outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "incidents";
    }

    @Override
    public int republish() {
        return database.inTransaction(handle -> {
            List<UUID> lost = handle.createQuery(
                            """
                            SELECT o.event_id FROM outbox_events o
                            WHERE o.target = 'secplat.events.correlation' AND o.published_at IS NOT NULL
                              AND NOT EXISTS (SELECT FROM incidents i
                                  WHERE i.incident_key = o.payload ->> 'incident_key')
                            """)
                    .mapTo(UUID.class)
                    .list();
            return outbox.republish(handle, lost);
        });
    }
}
