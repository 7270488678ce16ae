package io.secplat.stream;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EnvelopeCodec;
import io.secplat.contracts.event.EventFields;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.trace.TraceContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a stream as a group reads it.
 *
 * @param id the stream's entry id
 * @param fields its fields, as they stand in the stream
 */
public record Message(String id, Map<String, String> fields) {

    /** Earlier entries of a stream first: by the two numbers of their ids. */
    public static final Comparator<String> ID_ORDER =
            Comparator.<String>comparingLong(id -> number(id, 0)).thenComparingLong(id -> number(id, 1));

    static final Comparator<Message> STREAM_ORDER = Comparator.comparing(Message::id, ID_ORDER);

    public Message {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The fields for reading: flat first, payload second. */
    public EventFields reader() {
        return new EventFields(fields);
    }

    /** The envelope; what a hand-made entry lacks is filled in. */
    public Envelope envelope(Instant readAt) {
        return EnvelopeCodec.decode(id, fields, readAt);
    }

    /** The trace it belongs to; empty when it names none, or not as the standard writes it. */
    public Optional<TraceContext> trace() {
        return EnvelopeCodec.trace(fields);
    }

    /** The {@code event_id}, or the entry id of a hand-made entry. */
    public String eventId() {
        return reader().text(FieldNames.EVENT_ID).orElse(id);
    }

    /**
     * Retries made so far: 0 on first delivery. Unreadable text counts as 0, and so does an event's own member of that name
     * (delivery events have one) as long as no retry has written over it.
     */
    public int attempts() {
        if (!fields.containsKey(FieldNames.NOT_BEFORE) && reader().payload().containsKey(FieldNames.ATTEMPTS)) {
            return 0;
        }
        try {
            return reader().integer(FieldNames.ATTEMPTS).orElse(0);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** When a delayed retry may be worked on; empty for everything else. */
    public Optional<Instant> notBefore() {
        return reader().text(FieldNames.NOT_BEFORE).flatMap(Message::time);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static long number(String id, int part) {
        return Long.parseLong(id.split("-", 2)[part]);
    }
}
