package io.secplat.api.notifications.postgres;

import io.secplat.api.notifications.Divisions;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.event.NotificationDivided;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A row for each channel of each message, in the table {@code notification_divisions}. */
public record PostgresDivisions(Database database) implements Divisions {

    /** In one order, so that two servers with the same rows in hand do not wait for each other. */
    private static final String INSERT =
            """
            INSERT INTO notification_divisions (notification_event_id, channel)
            SELECT DISTINCT message, channel FROM unnest(:messages, :channels) AS part (message, channel) ORDER BY 1, 2
            ON CONFLICT DO NOTHING
            """;

    private static final String PURGE =
            """
            DELETE FROM notification_divisions v
            WHERE v.recorded_at < now() - make_interval(secs => :seconds)
              AND NOT EXISTS (SELECT FROM outbox_events o WHERE o.event_id::text = v.notification_event_id)
            """;

    @Override
    public void record(Collection<NotificationDivided> divisions) {
        if (divisions.isEmpty()) {
            return;
        }
        List<String> messages = new ArrayList<>();
        List<String> channels = new ArrayList<>();
        divisions.forEach(division -> division.channels().forEach(channel -> {
            messages.add(division.notificationEventId());
            channels.add(channel);
        }));
        database.change(handle -> handle.createUpdate(INSERT)
                .bindArray("messages", String.class, messages.toArray())
                .bindArray("channels", String.class, channels.toArray())
                .execute());
    }

    @Override
    public int purge(Duration age) {
        return database.inTransaction(handle ->
                handle.createUpdate(PURGE).bind("seconds", age.toSeconds()).execute());
    }
}
