package io.secplat.workers.notify.slack;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/** The metadata that each of the bot's messages carries, unseen by readers, so that it can be found again. */
final class SlackNote {

    private static final String EVENT_TYPE = "secplat_notice";

    private SlackNote() {}

    static JsonObject of(UUID key) {
        return new JsonWriter()
                .put("event_type", EVENT_TYPE)
                .put(
                        "event_payload",
                        new JsonWriter().put("key", key.toString()).build())
                .build();
    }

    /** The {@code ts} of the message with that key. */
    static Optional<String> find(SlackReply page, UUID key) {
        return SlackJson.objects(page.body(), "messages").stream()
                .filter(message -> carries(message, key))
                .flatMap(message -> SlackJson.text(message, "ts").stream())
                .findFirst();
    }

    private static boolean carries(JsonObject message, UUID key) {
        return SlackJson.object(message, "metadata")
                .filter(metadata -> SlackJson.text(metadata, "event_type")
                        .filter(EVENT_TYPE::equals)
                        .isPresent())
                .flatMap(metadata -> SlackJson.object(metadata, "event_payload"))
                .flatMap(payload -> SlackJson.text(payload, "key"))
                .filter(key.toString()::equals)
                .isPresent();
    }
}
