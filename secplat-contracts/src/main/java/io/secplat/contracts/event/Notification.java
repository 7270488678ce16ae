package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.Severity;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code notify.requested} of type {@code notification}: something people should be told.
 *
 * @param kind for example {@code asset.down}
 * @param dedupeKey a key that a channel has accepted is not sent to it again
 * @param title one line of plain text, no secrets
 * @param body plain text, no secrets, no evidence
 * @param link absolute website URL
 * @param channels the channels to use; empty means all that are configured, except Jira
 * @param jira asks for a Jira issue as well; may name a {@code project_key}
 * @param escalation how many times it was told before without an acknowledgement; 0 for what is told first
 */
public record Notification(
        String kind,
        String dedupeKey,
        String title,
        String body,
        Severity severity,
        List<String> assetKeys,
        @Nullable Integer incidentId,
        @Nullable String link,
        List<String> channels,
        @Nullable JsonObject jira,
        int escalation)
        implements SecPlatEvent {

    public static final String TYPE = "notification";

    public Notification {
        assetKeys = List.copyOf(assetKeys);
        channels = List.copyOf(channels);
    }

    /** One that is told first. */
    public Notification(
            String kind,
            String dedupeKey,
            String title,
            String body,
            Severity severity,
            List<String> assetKeys,
            @Nullable Integer incidentId,
            @Nullable String link,
            List<String> channels,
            @Nullable JsonObject jira) {
        this(kind, dedupeKey, title, body, severity, assetKeys, incidentId, link, channels, jira, 0);
    }

    /** Reads the fields of an entry; an IllegalArgumentException names what is missing or malformed. */
    public static Notification from(EventFields fields) {
        return new Notification(
                JsonReader.required("kind", fields.text("kind")),
                JsonReader.required("dedupe_key", fields.text("dedupe_key")),
                JsonReader.required("title", fields.text("title")),
                fields.text("body").orElse(""),
                fields.text("severity").flatMap(Severity::of).orElse(Severity.MEDIUM),
                fields.texts("asset_keys"),
                fields.integer("incident_id").orElse(null),
                fields.text("link").orElse(null),
                fields.texts("channels"),
                fields.object("jira").orElse(null),
                fields.integer("escalation").orElse(0));
    }

    @Override
    public StreamName stream() {
        return StreamName.NOTIFY;
    }

    @Override
    public String eventType() {
        return EventTypes.NOTIFY_REQUESTED;
    }

    @Override
    public JsonObject payload() {
        JsonWriter json = new JsonWriter()
                .put("type", TYPE)
                .put("kind", kind)
                .put("dedupe_key", dedupeKey)
                .put("title", title)
                .put("body", body)
                .put("severity", severity.wire())
                .put("asset_keys", assetKeys)
                .putIfPresent("incident_id", incidentId)
                .putIfPresent("link", link)
                .putIfPresent("jira", jira)
                .putIfPresent("escalation", escalation > 0 ? Integer.valueOf(escalation) : null);
        return (channels.isEmpty()
                        ? json
                        : json.put("channels", Json.createArrayBuilder(channels).build()))
                .build();
    }
}
