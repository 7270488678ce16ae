package io.secplat.api.notifications;

import io.secplat.api.notifications.Deliveries.Announced;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DeliveryStatus;
import io.secplat.contracts.event.FieldNames;
import io.secplat.stream.BatchHandler;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Records what the notifier announces. A type that this version does not know is parked, so that a later one can take it from
 * the dead letters.
 */
public final class DeliveryHandler implements BatchHandler {

    private final Deliveries deliveries;

    public DeliveryHandler(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Map<String, Outcome> handle(List<Message> messages) {
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Announced> announced = new ArrayList<>();
        for (Message message : messages) {
            Optional<Announced> read = read(message);
            read.ifPresent(announced::add);
            outcomes.put(message.id(), read.isPresent() ? Outcome.DONE : new Outcome.Park("invalid_payload"));
        }
        deliveries.record(announced);
        return outcomes;
    }

    private static Optional<Announced> read(Message message) {
        try {
            return message.reader()
                            .text(FieldNames.EVENT_TYPE)
                            .flatMap(DeliveryStatus::ofEvent)
                            .isPresent()
                    ? Optional.of(
                            new Announced(UUID.fromString(message.eventId()), DeliveryRecorded.from(message.reader())))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
