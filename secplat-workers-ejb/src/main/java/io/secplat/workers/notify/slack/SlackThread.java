package io.secplat.workers.notify.slack;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A message in Slack, to which others may reply.
 *
 * @param channel the channel's id
 * @param ts when Slack took it, in seconds with six digits; unique in its channel
 */
record SlackThread(String channel, String ts) {

    /** Empty when the reference is none of Slack's. */
    static Optional<SlackThread> of(JsonObject reference) {
        return SlackJson.text(reference, "channel")
                .flatMap(channel -> SlackJson.text(reference, "ts").map(ts -> new SlackThread(channel, ts)));
    }

    JsonObject reference() {
        return new JsonWriter().put("channel", channel).put("ts", ts).build();
    }
}
