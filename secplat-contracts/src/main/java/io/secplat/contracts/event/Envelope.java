package io.secplat.contracts.event;

import io.secplat.contracts.trace.TraceContext;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * What every published message carries around its payload.
 *
 * @param eventId a UUID as text, kept by retries and replays; for a message added by hand, its stream entry id
 * @param eventType one of {@link EventTypes}; empty when a hand-made message has none
 * @param ts when the event was made
 * @param orgId the organisation, {@code default}
 * @param requestId the X-Request-Id of the call that caused the event; also its trace id
 * @param payload the event's own members
 * @param trace the trace it belongs to, if any
 */
public record Envelope(
        String eventId,
        String eventType,
        Instant ts,
        String orgId,
        String requestId,
        JsonObject payload,
        Optional<TraceContext> trace) {

    public static final String DEFAULT_ORG = "default";

    /** Of no trace. */
    public Envelope(String eventId, String eventType, Instant ts, String orgId, String requestId, JsonObject payload) {
        this(eventId, eventType, ts, orgId, requestId, payload, Optional.empty());
    }

    /** The same in that trace. */
    public Envelope in(Optional<TraceContext> other) {
        return new Envelope(eventId, eventType, ts, orgId, requestId, payload, other);
    }

    /** Wraps an event of the default organisation. */
    public static Envelope of(String eventId, SecPlatEvent event, Instant ts, String requestId) {
        return new Envelope(eventId, event.eventType(), ts, DEFAULT_ORG, requestId, event.payload());
    }
}
