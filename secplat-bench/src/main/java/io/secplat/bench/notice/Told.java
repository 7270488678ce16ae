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
 */
record Told(int number, String kind, String asset) {

    /** One in eight is about no asset. */
    private static final int APART = 8;

    /** The message with that number: assets in turn, each down, then up again, and so on. */
    static Told of(int number, int assets) {
        if (number % APART == 0) {
            return new Told(number, "test", "");
        }
        int among = number - 1 - number / APART;
        String kind = among / assets % 2 == 0 ? "asset.down" : "asset.recovered";
        return new Told(number, kind, String.format(Locale.ROOT, "asset-%06d", among % assets));
    }

    String eventId() {
        return UUID.nameUUIDFromBytes(("notice " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Outgoing outgoing(Instant now) {
        Notification notification = new Notification(
                kind,
                kind + ":" + number,
                (asset.isEmpty() ? "A word" : asset) + ", no. " + number,
                "",
                Severity.HIGH,
                asset.isEmpty() ? List.of() : List.of(asset),
                null,
                null,
                List.of(),
                null);
        return new Outgoing(StreamName.NOTIFY, Envelope.of(eventId(), notification, now, "notices"));
    }
}
