package io.secplat.local.inbox;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A message that was accepted.
 *
 * @param id counts from 1, without gaps, in order of arrival
 * @param service {@code slack}, {@code twilio}, {@code jira} or {@code grafana}
 * @param recipient channel, phone number or project as the sender named it; empty for a webhook
 * @param text what a person would read first
 * @param body all that was sent, forms as an object of strings
 */
public record Received(long id, Instant at, String service, String recipient, String text, JsonObject body) {

    public JsonObject json() {
        return new JsonWriter()
                .put("id", id)
                .put("at", at)
                .put("service", service)
                .put("recipient", recipient)
                .put("text", text)
                .put("body", body)
                .build();
    }

    static Received read(JsonObject json) {
        JsonReader reader = new JsonReader(json);
        return new Received(
                JsonReader.required("id", reader.longInteger("id")),
                JsonReader.required("at", reader.time("at")),
                JsonReader.required("service", reader.text("service")),
                reader.text("recipient").orElse(""),
                reader.text("text").orElse(""),
                reader.object("body").orElse(JsonObject.EMPTY_JSON_OBJECT));
    }
}
