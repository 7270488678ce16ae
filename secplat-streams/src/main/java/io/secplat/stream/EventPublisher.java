package io.secplat.stream;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.StreamName;
import java.util.List;

/** Puts events on their streams. */
public interface EventPublisher {

    /** An event and where it goes. */
    record Outgoing(StreamName stream, Envelope envelope) {}

    /** Adds all, in this order, in one round trip; throws {@link CourierUnavailableException}, and then some may be there. */
    void publish(List<Outgoing> events);
}
