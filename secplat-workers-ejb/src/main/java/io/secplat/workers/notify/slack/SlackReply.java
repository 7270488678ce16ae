package io.secplat.workers.notify.slack;

import io.secplat.contracts.json.Json;
import io.secplat.stream.RetryAfter;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What Slack's Web API said.
 *
 * @param body empty when it was no JSON object
 */
public record SlackReply(SlackAnswer answer, JsonObject body) {

    static SlackReply of(SlackAnswer answer, String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return new SlackReply(answer, reader.readObject());
        } catch (JsonException e) {
            return new SlackReply(answer, JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    boolean ok() {
        return answer.accepted() && body.get("ok") == JsonValue.TRUE;
    }

    /** Slack's name of what is wrong, for example {@code channel_not_found}. */
    Optional<String> error() {
        return SlackJson.text(body, "error");
    }

    SlackVerdict verdict() {
        return SlackErrors.verdict(answer.status(), error());
    }

    /** How long Slack asked to wait. */
    Optional<Duration> after(Instant now) {
        return RetryAfter.parse(answer.retryAfter(), now);
    }

    @Override
    public String toString() {
        return "SlackReply[" + answer.status() + "]";
    }
}
