package io.secplat.bench.change;

import io.secplat.api.alerts.Tale;
import io.secplat.api.alerts.Telling;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.SecPlatEvent;
import io.secplat.contracts.model.AssetKey;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.EventPublisher.Outgoing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Publishes changes: as the deriver does, or straight to the notifier in the API's words. */
final class ChangeMail {

    private final EventPublisher publisher;
    private final Clock clock;
    private final Tale tale = new Tale(Optional.empty());

    ChangeMail(EventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** {@code posture.changed}, once the documents are written. */
    void tell(List<Change> changes, StatusWriter writer) {
        publish(changes, writer::changed);
    }

    /** {@code notify.requested}, one for each. */
    void ask(List<Change> changes, Map<AssetKey, AssetStatusDocument> before) {
        publish(changes, change -> {
            AssetStatusDocument document = Objects.requireNonNull(before.get(change.asset()));
            return tale.of(
                    change.down() ? Telling.DOWN : Telling.RECOVERED,
                    List.of(Turn.of(document, change.down(), clock.instant())));
        });
    }

    private void publish(List<Change> changes, Function<Change, SecPlatEvent> words) {
        publisher.publish(changes.stream().map(words).map(this::outgoing).toList());
    }

    private Outgoing outgoing(SecPlatEvent event) {
        String id = UUID.randomUUID().toString();
        String requestId = UUID.randomUUID().toString();
        return new Outgoing(event.stream(), Envelope.of(id, event, clock.instant(), requestId));
    }
}
