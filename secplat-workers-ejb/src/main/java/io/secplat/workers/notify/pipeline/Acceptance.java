package io.secplat.workers.notify.pipeline;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel's acceptance of a notice.
 *
 * @param eventId the message that carried it
 * @param attempts deliveries tried, this one included
 * @param reference what the channel calls it, or null
 * @param group the event id of the message that told it together with others, or null
 */
public record Acceptance(
        String eventId, int attempts, Instant at, @Nullable JsonObject reference, @Nullable String group) {

    /** Of a notice that was told by itself. */
    public Acceptance(String eventId, int attempts, Instant at, @Nullable JsonObject reference) {
        this(eventId, attempts, at, reference, null);
    }
}
