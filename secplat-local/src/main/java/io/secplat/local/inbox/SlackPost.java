package io.secplat.local.inbox;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message in the pretend Slack as it is now.
 *
 * @param last the id of what was received last about it: itself, a change, or a reply
 * @param channel as the sender named it; empty for a webhook
 * @param ts Slack's name of it, unique
 * @param thread the {@code ts} of the message that it answers; empty for one of its own
 * @param blocks Block Kit; empty when there is text alone
 * @param edited whether it was changed since it was posted
 */
record SlackPost(
        long last,
        Instant at,
        String channel,
        String ts,
        String thread,
        String text,
        JsonArray blocks,
        JsonObject metadata,
        boolean edited) {

    static SlackPost posted(Received received) {
        JsonObject body = received.body();
        return new SlackPost(
                received.id(),
                received.at(),
                received.recipient(),
                ts(received),
                Payload.text(body, "thread_ts"),
                received.text(),
                blocks(body),
                parsed(body.get("metadata")) instanceof JsonObject metadata ? metadata : JsonValue.EMPTY_JSON_OBJECT,
                false);
    }

    /** Seconds and six digits, as Slack writes them. */
    static String ts(Received received) {
        return String.format(Locale.ROOT, "%d.%06d", received.at().getEpochSecond(), received.id() % 1_000_000);
    }

    /** The same with what a change says. */
    SlackPost changed(Received change) {
        return new SlackPost(
                change.id(), at, channel, ts, thread, change.text(), blocks(change.body()), metadata, true);
    }

    /** The same after a reply. */
    SlackPost answered(long id) {
        return new SlackPost(Math.max(last, id), at, channel, ts, thread, text, blocks, metadata, edited);
    }

    boolean isReply() {
        return !thread.isEmpty() && !thread.equals(ts);
    }

    private static JsonArray blocks(JsonObject body) {
        return parsed(body.get("blocks")) instanceof JsonArray blocks ? blocks : JsonValue.EMPTY_JSON_ARRAY;
    }

    /** In a form JSON comes as text. */
    private static JsonValue parsed(@Nullable JsonValue value) {
        if (!(value instanceof JsonString text)) {
            return value == null ? JsonValue.NULL : value;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text.getString()))) {
            return reader.read();
        } catch (JsonException e) {
            return JsonValue.NULL;
        }
    }
}
