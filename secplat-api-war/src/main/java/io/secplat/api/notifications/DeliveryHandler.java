package io.secplat.api.notifications;

import io.secplat.api.notifications.Deliveries.Announced;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DeliveryStatus;
import io.secplat.contracts.event.EventFields;
import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.NotificationDivided;
import io.secplat.contracts.event.OperatorAct;
import io.secplat.stream.BatchHandler;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Records what the notifier announces, and lets acts of operators pass. A type that this version does not know is parked, so that a later one can take it from
 * the dead letters.
 */
public final class DeliveryHandler implements BatchHandler {

    private final Deliveries deliveries;
    private final Divisions divisions;

    public DeliveryHandler(Deliveries deliveries, Divisions divisions) {
        this.deliveries = deliveries;
        this.divisions = divisions;
    }

    @Override
    public Map<String, Outcome> handle(List<Message> messages) {
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Announced> announced = new ArrayList<>();
        List<NotificationDivided> divided = new ArrayList<>();
        for (Message message : messages) {
            boolean known = sort(message, announced, divided);
            outcomes.put(message.id(), known ? Outcome.DONE : new Outcome.Park("invalid_payload"));
        }
        divisions.record(divided);
        deliveries.record(announced);
        return outcomes;
    }

    /** Adds it to those of its type; false for one that cannot be read. */
    private static boolean sort(Message message, List<Announced> announced, List<NotificationDivided> divided) {
        EventFields fields = message.reader();
        String type = fields.text(FieldNames.EVENT_TYPE).orElse("");
        try {
            if (OperatorAct.isOne(type)) {
                return true;
            }
            if (type.equals(EventTypes.NOTIFY_DIVIDED)) {
                return divided.add(NotificationDivided.from(fields));
            }
            return DeliveryStatus.ofEvent(type).isPresent()
                    && announced.add(new Announced(UUID.fromString(message.eventId()), DeliveryRecorded.from(fields)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
