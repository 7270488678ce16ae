package io.secplat.workers.ingestion;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.event.DeriveRequested;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.IdSource;
import io.secplat.stream.Courier;
import io.secplat.stream.EventPublisher;
import java.time.Clock;
import java.util.List;

/** Tells the deriver whose events were written. */
public final class DeriveRequests {

    private final Courier courier;
    private final IdSource ids;
    private final Clock clock;

    public DeriveRequests(Courier courier, IdSource ids, Clock clock) {
        this.courier = courier;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Publishes one {@code derive.requested} with each key once, or nothing where there are no streams; throws
     * io.secplat.stream.CourierUnavailableException.
     */
    public void eventsWritten(List<HealthEventDocument> events) {
        if (!courier.configured()) {
            return;
        }
        List<String> keys = events.stream()
                .map(event -> event.asset().value())
                .distinct()
                .sorted()
                .toList();
        DeriveRequested request = new DeriveRequested(keys, DeriveRequested.Reason.EVENTS_WRITTEN);
        Envelope envelope = Envelope.of(
                ids.next().toString(), request, clock.instant(), ids.next().toString());
        courier.publisher().publish(List.of(new EventPublisher.Outgoing(StreamName.DERIVE, envelope)));
    }
}
