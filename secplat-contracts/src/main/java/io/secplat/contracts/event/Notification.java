package io.secplat.contracts.event;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.Severity;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
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
 * @param assetTags tags of the assets, each once
 * @param environments environments of the assets, each once
 * @param escalation how often it was told before to people who did not answer; 0 for the first telling
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
        List<String> assetTags,
        List<String> environments,
        int escalation)
        implements SecPlatEvent {

    public static final String TYPE = "notification";

    public Notification {
        assetKeys = List.copyOf(assetKeys);
        channels = List.copyOf(channels);
        assetTags = List.copyOf(assetTags);
        environments = List.copyOf(environments);
        if (escalation < 0) {
            throw new IllegalArgumentException("escalation must not be negative, was " + escalation);
        }
    }

    /** A first telling that says nothing of its assets but their keys. */
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
        this(
                kind,
                dedupeKey,
                title,
                body,
                severity,
                assetKeys,
                incidentId,
                link,
                channels,
                jira,
                List.of(),
                List.of(),
                0);
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
                fields.texts("asset_tags"),
                fields.texts("environments"),
                escalation(fields));
    }

    /** It only guides the choice of channels, so what is no number counts as none. */
    private static int escalation(EventFields fields) {
        return fields.text("escalation")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** The same about assets with these tags and environments, which are kept sorted and each once. */
    public Notification about(Stream<String> tags, Stream<String> places) {
        return new Notification(
                kind,
                dedupeKey,
                title,
                body,
                severity,
                assetKeys,
                incidentId,
                link,
                channels,
                jira,
                tags.distinct().sorted().toList(),
                places.distinct().sorted().toList(),
                escalation);
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
                .putIfPresent("channels", listed(channels))
                .putIfPresent("asset_tags", listed(assetTags))
                .putIfPresent("environments", listed(environments))
                .putIfPresent("escalation", escalation == 0 ? null : escalation);
        return json.build();
    }

    private static @Nullable JsonArray listed(List<String> values) {
        return values.isEmpty() ? null : Json.createArrayBuilder(values).build();
    }
}
