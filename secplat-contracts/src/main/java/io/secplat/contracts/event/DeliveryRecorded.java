package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code notify.sent}, {@code notify.failed} or {@code notify.suppressed}: what became of one message on one channel.
 *
 * @param status sent when the channel accepted it, failed when the notifier gave up, suppressed when it was not to be told
 * @param notificationEventId the {@code event_id} of the {@code notify.requested}
 * @param recipient masked, for example {@code slack:#ops}
 * @param attempts deliveries tried, the last included
 * @param error a reason code, never a URL or token
 * @param externalRef for Jira {@code {"issue_key","url"}}
 * @param reason why it was suppressed, for example {@code quiet_hours}; null otherwise
 * @param route the name of the route that chose the channel, if one did
 * @param groupEventId the {@code event_id} of the message that told it together with others
 */
public record DeliveryRecorded(
        DeliveryStatus status,
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
        Instant occurredAt,
        @Nullable String reason,
        @Nullable String route,
        @Nullable String groupEventId)
        implements SecPlatEvent {

    /** Stands for the channel of a message that was suppressed before any was chosen. */
    public static final String NO_CHANNEL = "none";

    public DeliveryRecorded {
        assetKeys = List.copyOf(assetKeys);
    }

    /** One that was tried: sent, or given up. */
    public DeliveryRecorded(
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
            Instant occurredAt) {
        this(
                sent ? DeliveryStatus.SENT : DeliveryStatus.FAILED,
                notificationEventId,
                dedupeKey,
                kind,
                title,
                severity,
                channel,
                recipient,
                assetKeys,
                incidentId,
                attempts,
                error,
                externalRef,
                occurredAt,
                null,
                null,
                null);
    }

    /** Whether the channel accepted it. */
    public boolean sent() {
        return status == DeliveryStatus.SENT;
    }

    /** Reads the fields of an entry; an IllegalArgumentException names what is missing or malformed. */
    public static DeliveryRecorded from(EventFields fields) {
        DeliveryStatus status = fields.text(FieldNames.EVENT_TYPE)
                .flatMap(DeliveryStatus::ofEvent)
                .orElse(DeliveryStatus.FAILED);
        boolean suppressed = status == DeliveryStatus.SUPPRESSED;
        return new DeliveryRecorded(
                status,
                JsonReader.required("notification_event_id", fields.text("notification_event_id")),
                fields.text("dedupe_key").orElse(null),
                fields.text("kind").orElse(null),
                fields.text("title").orElse(null),
                fields.text("severity").orElse(null),
                channel(fields, suppressed),
                fields.text("recipient").orElse(null),
                fields.texts("asset_keys"),
                fields.integer("incident_id").orElse(null),
                deliveries(fields, suppressed ? 0 : 1),
                fields.text("error").orElse(null),
                fields.object("external_ref").orElse(null),
                Instant.parse(JsonReader.required("occurred_at", fields.text("occurred_at"))),
                suppressed ? JsonReader.required("reason", fields.text("reason")) : null,
                fields.text("route").orElse(null),
                fields.text("group_event_id").orElse(null));
    }

    private static String channel(EventFields fields, boolean suppressed) {
        return suppressed
                ? fields.text("channel").orElse(NO_CHANNEL)
                : JsonReader.required("channel", fields.text("channel"));
    }

    /** The payload comes first here: a retry of the recording writes its own count over the flat field. */
    private static int deliveries(EventFields fields, int least) {
        return new JsonReader(fields.payload())
                .integer("attempts")
                .or(() -> fields.integer("attempts"))
                .orElse(least);
    }

    @Override
    public StreamName stream() {
        return StreamName.DELIVERY;
    }

    @Override
    public String eventType() {
        return status.eventType();
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
                .putIfPresent("reason", reason)
                .putIfPresent("route", route)
                .putIfPresent("group_event_id", groupEventId)
                .build();
    }
}
