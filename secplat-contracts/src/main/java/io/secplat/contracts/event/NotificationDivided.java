package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * {@code notify.divided}: a message goes to each of these channels by itself, so each of them has a record of its own to come.
 *
 * @param notificationEventId the {@code event_id} of the {@code notify.requested}
 * @param channels at least one; those that are not to be told are not among them
 */
public record NotificationDivided(String notificationEventId, List<String> channels, Instant occurredAt)
        implements SecPlatEvent {

    public NotificationDivided {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("channels must name at least one");
        }
    }

    /** Reads the fields of an entry; an IllegalArgumentException names what is missing or malformed. */
    public static NotificationDivided from(EventFields fields) {
        return new NotificationDivided(
                JsonReader.required("notification_event_id", fields.text("notification_event_id")),
                fields.texts("channels"),
                Instant.parse(JsonReader.required("occurred_at", fields.text("occurred_at"))));
    }

    @Override
    public StreamName stream() {
        return StreamName.DELIVERY;
    }

    @Override
    public String eventType() {
        return EventTypes.NOTIFY_DIVIDED;
    }

    @Override
    public JsonObject payload() {
        return new JsonWriter()
                .put("notification_event_id", notificationEventId)
                .put("channels", channels)
                .put("occurred_at", occurredAt)
                .build();
    }
}
