package io.secplat.bench.notice;

import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An entry of the delivery stream.
 *
 * @param eventId the same for a record that was published again
 * @param about the event id of the message
 * @param reference what the service calls what it accepted: Slack's ts, Jira's issue key, Twilio's sid; empty without one
 */
record NoticeRecord(String eventId, String type, String about, String channel, String reference, Instant at) {

    static NoticeRecord of(Map<String, String> fields) {
        return new NoticeRecord(
                fields.getOrDefault("event_id", ""),
                fields.getOrDefault("event_type", ""),
                fields.getOrDefault("notification_event_id", ""),
                fields.getOrDefault("channel", ""),
                reference(fields.getOrDefault("external_ref", "")),
                Instant.parse(fields.getOrDefault("occurred_at", Instant.EPOCH.toString())));
    }

    boolean isSent() {
        return type.equals(EventTypes.NOTIFY_SENT);
    }

    private static String reference(String json) {
        if (!json.startsWith("{")) {
            return "";
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return Stream.of("ts", "issue_key", "sid")
                    .map(name -> object.getString(name, ""))
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }
}
