package io.secplat.stream;

import io.secplat.contracts.event.DeriveRequested;
import io.secplat.contracts.event.Envelope;
import java.time.Instant;
import java.util.List;

/** Events for tests. */
final class Envelopes {

    private Envelopes() {}

    static EventPublisher.Outgoing derive(String assetKey) {
        DeriveRequested event = new DeriveRequested(List.of(assetKey), DeriveRequested.Reason.MANUAL);
        Envelope envelope = Envelope.of(
                "00000000-0000-0000-0000-000000000001", event, Instant.parse("2026-05-04T07:20:11.402310Z"), "test-1");
        return new EventPublisher.Outgoing(event.stream(), envelope);
    }
}
