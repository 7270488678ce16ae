package io.secplat.bench.notice;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.EventPublisher.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A message that is published, recognised by its number.
 *
 * @param asset empty for one that is about none
 * @param incident 0 for one that is about none
 */
record Told(int number, String kind, String asset, int incident) {

    static final String DOWN = "asset.down";
    static final String CLOSED = "incident.closed";

    Told(int number, String kind, String asset) {
        this(number, kind, asset, 0);
    }

    /** An outage of an asset of its own. */
    static Told outage(int number) {
        return new Told(number, DOWN, asset(number));
    }

    static String asset(int number) {
        return String.format(Locale.ROOT, "asset-%06d", number);
    }

    /** What it is about: messages about the same keep their order. Empty for nothing. */
    String subject() {
        return incident == 0 ? asset : "Incident " + incident;
    }

    String eventId() {
        return UUID.nameUUIDFromBytes(("notice " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Outgoing outgoing(Instant now) {
        return outgoing(now, List.of());
    }

    /** @param channels who is told whatever the plan says; empty for those of the plan */
    Outgoing outgoing(Instant now, List<String> channels) {
        Notification notification = new Notification(
                kind,
                kind + ":" + number,
                (subject().isEmpty() ? "A word" : subject()) + ", no. " + number,
                "",
                Severity.HIGH,
                asset.isEmpty() ? List.of() : List.of(asset),
                incident == 0 ? null : incident,
                null,
                channels,
                null);
        return new Outgoing(StreamName.NOTIFY, Envelope.of(eventId(), notification, now, "notices"));
    }
}
