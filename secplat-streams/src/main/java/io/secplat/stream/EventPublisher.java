package io.secplat.stream;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EnvelopeCodec;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.CurrentTrace;
import java.util.List;
import java.util.Map;

/** Puts events on their streams. */
public interface EventPublisher {

    /** An event and where it goes. */
    record Outgoing(StreamName stream, Envelope envelope) {

        /** The fields of its entry, in the trace of the envelope, or else in the one that this thread works in. */
        public Map<String, String> fields() {
            return EnvelopeCodec.encode(envelope.in(envelope.trace().or(CurrentTrace::context)));
        }
    }

    /** Adds all, in this order, in one round trip; throws {@link CourierUnavailableException}, and then some may be there. */
    void publish(List<Outgoing> events);

    /**
     * Adds a dead letter for work that failed outside its stream, such as a job whose leases ran out; see {@link
     * DeadLetters}. Throws {@link CourierUnavailableException}.
     */
    void bury(StreamName stream, Map<String, String> deadLetter);
}
