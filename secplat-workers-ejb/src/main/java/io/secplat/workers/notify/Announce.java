package io.secplat.workers.notify;

import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.EventPublisher;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what became of a letter before its entry is settled. The event's id follows from what it tells, so that telling
 * it again after a crash makes no second record.
 */
record Announce(EventPublisher publisher, Clock clock) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Fate fate = rest.run(dispatch);
        if (fate instanceof Fate.Accepted accepted) {
            publishSent(dispatch, accepted.acceptance());
        } else if (fate instanceof Fate.Silent silent
                && silent.earlier().eventId().equals(dispatch.letter().eventId())) {
            publishSent(dispatch, silent.earlier());
        } else if (fate instanceof Fate.Failed failed) {
            publishFailed(dispatch, failed);
        }
        return fate;
    }

    private void publishSent(Dispatch dispatch, Acceptance acceptance) {
        String id =
                "notify.sent:" + acceptance.eventId() + ":" + dispatch.channel().name();
        publish(id, dispatch, acceptance.attempts(), null, acceptance.reference(), acceptance.at());
    }

    private void publishFailed(Dispatch dispatch, Fate.Failed failed) {
        String id = "notify.failed:" + dispatch.letter().entryId() + ":"
                + dispatch.channel().name();
        int attempts = dispatch.letter().attempts() + 1;
        publish(id, dispatch, attempts, failed.reason(), null, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void publish(
            String name,
            Dispatch dispatch,
            int attempts,
            @Nullable String error,
            @Nullable JsonObject reference,
            Instant occurredAt) {
        Letter letter = dispatch.letter();
        Optional<Notification> told = letter.notice().told();
        DeliveryRecorded event = new DeliveryRecorded(
                error == null,
                letter.eventId(),
                told.map(Notification::dedupeKey).orElse(null),
                letter.notice().kind(),
                told.map(Notification::title).orElse(null),
                told.map(notification -> notification.severity().wire()).orElse(null),
                dispatch.channel().name().wire(),
                dispatch.channel().recipient(),
                letter.notice().assets(),
                letter.notice().incidentId(),
                attempts,
                error,
                reference,
                occurredAt);
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        Envelope envelope = Envelope.of(id, event, clock.instant(), letter.requestId());
        publisher.publish(List.of(new EventPublisher.Outgoing(StreamName.DELIVERY, envelope)));
    }
}
