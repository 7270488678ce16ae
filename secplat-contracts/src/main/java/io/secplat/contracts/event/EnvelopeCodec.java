package io.secplat.contracts.event;

import io.secplat.contracts.trace.TraceContext;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Envelope to flat stream fields and back. Every payload key is repeated as a field: strings as they are, numbers as
 * decimal text, booleans as {@code true} or {@code false}, null as the empty string, lists and objects as JSON text. A
 * payload key replaces an envelope field of the same name.
 */
public final class EnvelopeCodec {

    private EnvelopeCodec() {}

    /** The fields of a new entry, envelope first, in a stable order. */
    public static Map<String, String> encode(Envelope envelope) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(FieldNames.EVENT_ID, envelope.eventId());
        fields.put(FieldNames.EVENT_TYPE, envelope.eventType());
        fields.put(FieldNames.TS, envelope.ts().truncatedTo(ChronoUnit.MICROS).toString());
        fields.put(FieldNames.ORG_ID, envelope.orgId());
        fields.put(FieldNames.REQUEST_ID, envelope.requestId());
        fields.put(FieldNames.TRACE_ID, envelope.requestId());
        envelope.trace().ifPresent(trace -> put(trace, fields));
        fields.put(FieldNames.PAYLOAD, envelope.payload().toString());
        envelope.payload().forEach((name, value) -> fields.put(name, flat(value)));
        return fields;
    }

    /**
     * Reads any entry, hand-made ones included: a missing event id is replaced by the entry id, a missing or unreadable
     * time by {@code readAt}.
     */
    public static Envelope decode(String entryId, Map<String, String> fields, Instant readAt) {
        EventFields reader = new EventFields(fields);
        String eventId = reader.text(FieldNames.EVENT_ID).orElse(entryId);
        return new Envelope(
                eventId,
                reader.text(FieldNames.EVENT_TYPE).orElse(""),
                reader.text(FieldNames.TS).map(text -> time(text, readAt)).orElse(readAt),
                reader.text(FieldNames.ORG_ID).orElse(Envelope.DEFAULT_ORG),
                reader.text(FieldNames.REQUEST_ID).orElse(eventId),
                reader.payload(),
                trace(fields));
    }

    private static void put(TraceContext trace, Map<String, String> fields) {
        fields.put(FieldNames.TRACEPARENT, trace.traceparent());
        trace.state().ifPresent(state -> fields.put(FieldNames.TRACESTATE, state));
    }

    /** The trace that an entry belongs to; empty when it names none, or not as the standard writes it. */
    public static Optional<TraceContext> trace(Map<String, String> fields) {
        return TraceContext.parse(fields.get(FieldNames.TRACEPARENT), fields.get(FieldNames.TRACESTATE));
    }

    private static Instant time(String text, Instant otherwise) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private static String flat(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue().toPlainString();
            case NULL -> "";
            default -> value.toString();
        };
    }
}
