package io.secplat.workers.notify.redis;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog.Attempt;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog.Entry;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries of the log as text: a letter that tells what it is, and JSON. */
final class DeliveryJson {

    static final String ACCEPTED = "A";
    static final String OPEN = "O";

    private DeliveryJson() {}

    static String of(Acceptance acceptance) {
        return ACCEPTED
                + new JsonWriter()
                        .put("event_id", acceptance.eventId())
                        .put("attempts", acceptance.attempts())
                        .put("at", acceptance.at())
                        .putIfPresent("reference", acceptance.reference())
                        .putIfPresent("group", acceptance.group())
                        .build();
    }

    static String of(Attempt attempt) {
        return OPEN
                + new JsonWriter()
                        .put("key", attempt.key().toString())
                        .put("letters", attempt.letters())
                        .put("at", attempt.at())
                        .putIfPresent("group", attempt.group())
                        .build();
    }

    static Entry read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return new Entry(Optional.empty(), Optional.empty());
        }
        JsonReader json = new JsonReader(object(text.substring(1)));
        return text.startsWith(ACCEPTED)
                ? new Entry(Optional.of(acceptance(json)), Optional.empty())
                : new Entry(Optional.empty(), Optional.of(attempt(json)));
    }

    private static Acceptance acceptance(JsonReader json) {
        return new Acceptance(
                json.text("event_id").orElse(""),
                json.integer("attempts").orElse(1),
                json.time("at").orElse(Instant.EPOCH),
                json.object("reference").orElse(null),
                json.text("group").orElse(null));
    }

    private static Attempt attempt(JsonReader json) {
        return new Attempt(
                UUID.fromString(json.text("key").orElseThrow()),
                json.integer("letters").orElse(1),
                json.time("at").orElse(Instant.EPOCH),
                json.text("group").orElse(null));
    }

    static JsonObject object(String text) {
        try (jakarta.json.JsonReader source = Json.createReader(new StringReader(text))) {
            return source.readObject();
        }
    }
}
