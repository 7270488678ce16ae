package io.secplat.api.live;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * Something that happened, as the website hears of it. Readers of every role get it, so it holds nothing that viewers may
 * not see.
 *
 * @param name the event's name in the stream, for example {@code job.state}
 */
public record LiveEvent(String name, JsonObject data) {

    /** The mark at the beginning of a feed, which no reader is told. */
    public static final LiveEvent BEGIN = new LiveEvent("begin", JsonValue.EMPTY_JSON_OBJECT);

    /** Something was left out, so that readers must load everything anew. */
    public static final LiveEvent RESET = new LiveEvent("reset", JsonValue.EMPTY_JSON_OBJECT);
}
