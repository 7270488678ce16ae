package io.secplat.contracts.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of one message on one channel, and the event type that tells it. */
public enum DeliveryStatus {
    SENT(EventTypes.NOTIFY_SENT),
    FAILED(EventTypes.NOTIFY_FAILED),
    SUPPRESSED(EventTypes.NOTIFY_SUPPRESSED);

    private final String eventType;

    DeliveryStatus(String eventType) {
        this.eventType = eventType;
    }

    /** The type of the event that announces it. */
    public String eventType() {
        return eventType;
    }

    /** The lower-case name used in JSON and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with exactly that wire name. */
    public static Optional<DeliveryStatus> of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst();
    }

    /** The status that an event of that type announces; empty for every other type. */
    public static Optional<DeliveryStatus> ofEvent(String eventType) {
        return Arrays.stream(values())
                .filter(status -> status.eventType.equals(eventType))
                .findFirst();
    }
}
