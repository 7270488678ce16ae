package io.secplat.stream;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.OperatorAct;
import io.secplat.runtime.Journal;
import io.secplat.runtime.admin.Trail;
import io.secplat.runtime.admin.TrailAwayException;
import io.secplat.stream.EventPublisher.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What operators do, told to the API, which keeps it. Where there are no streams the log is all there is. */
public record StreamTrail(Trail log, Courier courier, Journal journal) implements Trail {

    @Override
    public void asked(OperatorAct act) {
        log.asked(act);
        try {
            publish(act);
        } catch (CourierUnavailableException e) {
            throw new TrailAwayException(e);
        }
    }

    /** The API learns from an act without an ending that something is missing. */
    @Override
    public void acted(OperatorAct act) {
        log.acted(act);
        try {
            publish(act);
        } catch (CourierUnavailableException e) {
            journal.warn("admin.trail", e.reason().code(), Map.of("act_id", act.actId()));
        }
    }

    private void publish(OperatorAct act) {
        if (courier.configured()) {
            String name = act.eventType() + ":" + act.actId();
            String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                    .toString();
            Envelope envelope = Envelope.of(id, act, act.occurredAt(), act.actId());
            courier.publisher().publish(List.of(new Outgoing(act.stream(), envelope)));
        }
    }
}
