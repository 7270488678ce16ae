package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code notify.sent} or {@code notify.failed}: what became of one message on one channel.
 *
 * @param sent whether the channel accepted it; otherwise the notifier gave up
 * @param notificationEventId the {@code event_id} of the {@code notify.requested}
 * @param recipient masked, for example {@code slack:#ops}
 * @param attempts deliveries tried, the last included
 * @param error a reason code, never a URL or token
 * @param externalRef for Jira {@code {"issue_key","url"}}
 */
public record DeliveryRecorded(
        boolean sent,
        String notificationEventId,
        @Nullable String dedupeKey,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String severity,
        String channel,
        @Nullable String recipient,
        List<String> assetKeys,
        @Nullable Integer incidentId,
        int attempts,
        @Nullable String error,
        @Nullable JsonObject externalRef,
        Instant occurredAt)
        implements SecPlatEvent {

    public DeliveryRecorded {
        assetKeys = List.copyOf(assetKeys);
    }

    /** Reads the fields of an entry; an IllegalArgumentException names what is missing or malformed. */
    public static DeliveryRecorded from(EventFields fields) {
        return new DeliveryRecorded(
                fields.text(FieldNames.EVENT_TYPE).orElse("").equals(EventTypes.NOTIFY_SENT),
                JsonReader.required("notification_event_id", fields.text("notification_event_id")),
                fields.text("dedupe_key").orElse(null),
                fields.text("kind").orElse(null),
                fields.text("title").orElse(null),
                fields.text("severity").orElse(null),
                JsonReader.required("channel", fields.text("channel")),
                fields.text("recipient").orElse(null),
                fields.texts("asset_keys"),
                fields.integer("incident_id").orElse(null),
                deliveries(fields),
                fields.text("error").orElse(null),
                fields.object("external_ref").orElse(null),
                Instant.parse(JsonReader.required("occurred_at", fields.text("occurred_at"))));
    }

    /** The payload comes first here: a retry of the recording writes its own count over the flat field. */
    private static int deliveries(EventFields fields) {
        return new JsonReader(fields.payload())
                .integer("attempts")
                .or(() -> fields.integer("attempts"))
                .orElse(1);
    }

    @Override
    public StreamName stream() {
        return StreamName.DELIVERY;
    }

    @Override
    public String eventType() {
        return sent ? EventTypes.NOTIFY_SENT : EventTypes.NOTIFY_FAILED;
    }

    @Override
    public JsonObject payload() {
        return new JsonWriter()
                .put("notification_event_id", notificationEventId)
                .put("dedupe_key", dedupeKey)
                .put("kind", kind)
                .put("title", title)
                .put("severity", severity)
                .put("channel", channel)
                .put("recipient", recipient)
                .put("asset_keys", assetKeys)
                .put("incident_id", incidentId)
                .put("attempts", attempts)
                .put("error", error)
                .put("external_ref", externalRef == null ? JsonValue.NULL : externalRef)
                .put("occurred_at", occurredAt)
                .build();
    }
}
