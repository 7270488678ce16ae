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
 */
public record Acceptance(String eventId, int attempts, Instant at, @Nullable JsonObject reference) {}
