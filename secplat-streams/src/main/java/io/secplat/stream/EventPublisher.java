package io.secplat.stream;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.StreamName;
import java.util.List;
import java.util.Map;

/** Puts events on their streams. */
public interface EventPublisher {

    /** An event and where it goes. */
    record Outgoing(StreamName stream, Envelope envelope) {}

    /** Adds all, in this order, in one round trip; throws {@link CourierUnavailableException}, and then some may be there. */
    void publish(List<Outgoing> events);

    /**
     * Adds a dead letter for work that failed outside its stream, such as a job whose leases ran out; see {@link
     * DeadLetters}. Throws {@link CourierUnavailableException}.
     */
    void bury(StreamName stream, Map<String, String> deadLetter);
}
