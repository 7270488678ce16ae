package io.secplat.api.outbox;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EnvelopeCodec;
import io.secplat.contracts.event.SecPlatEvent;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.CurrentTrace;
import io.secplat.stream.DeadLetters;
import io.secplat.stream.Message;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a transaction decided and that must reach the outside.
 *
 * @param eventId stays the same however often it is sent
 * @param target the name of a stream or of its dead letters, {@link #ASSET_MIRROR}, or {@link #LIVE}
 * @param requestId of the call that caused it
 * @param trace that it belongs to
 */
public record OutboxEntry(
        UUID eventId,
        String target,
        String eventType,
        String requestId,
        JsonObject payload,
        Optional<TraceContext> trace) {

    /** The search index that mirrors the inventory. */
    public static final String ASSET_MIRROR = "index:secplat-assets";

    /** The feed that websites listen to. */
    public static final String LIVE = "live";

    static final String ASSET_SAVED = "asset.saved";
    static final String ASSET_REMOVED = "asset.removed";

    /** In the trace that this thread works in. */
    public OutboxEntry(UUID eventId, String target, String eventType, String requestId, JsonObject payload) {
        this(eventId, target, eventType, requestId, payload, CurrentTrace.context());
    }

    /** An event for its stream. */
    public static OutboxEntry of(SecPlatEvent event, UUID eventId, String requestId) {
        return new OutboxEntry(eventId, event.stream().wire(), event.eventType(), requestId, event.payload());
    }

    /** An event that nobody will work on any more, for the dead letters of its stream. */
    public static OutboxEntry deadLetter(
            SecPlatEvent event, UUID eventId, String requestId, String reason, int attempts, Instant at) {
        Envelope envelope =
                Envelope.of(eventId.toString(), event, at, requestId).in(CurrentTrace.context());
        Message message = new Message("0-0", EnvelopeCodec.encode(envelope));
        JsonWriter fields = new JsonWriter();
        DeadLetters.of(event.stream(), message, reason, true, attempts, at).forEach(fields::put);
        return new OutboxEntry(eventId, event.stream().deadLetters(), event.eventType(), requestId, fields.build());
    }

    /** The asset as the mirror shall show it from now on. */
    public static OutboxEntry saved(AssetDocument asset, UUID eventId, String requestId) {
        return new OutboxEntry(eventId, ASSET_MIRROR, ASSET_SAVED, requestId, asset.toJson());
    }

    /** Something that websites shall show at once; losing all of Redis loses it, and then they load everything anew. */
    public static OutboxEntry live(String name, JsonObject data, UUID eventId, String requestId) {
        return new OutboxEntry(eventId, LIVE, name, requestId, data);
    }

    /** The mirror shall forget the asset. */
    public static OutboxEntry removed(AssetKey asset, UUID eventId, String requestId) {
        JsonObject payload = new JsonWriter().put("asset_key", asset.value()).build();
        return new OutboxEntry(eventId, ASSET_MIRROR, ASSET_REMOVED, requestId, payload);
    }
}
