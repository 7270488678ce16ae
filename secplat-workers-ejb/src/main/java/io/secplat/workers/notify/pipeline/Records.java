package io.secplat.workers.notify.pipeline;

import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DeliveryStatus;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.NotificationDivided;
import io.secplat.contracts.event.SecPlatEvent;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.EventPublisher;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.route.Suppression;
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
 * Publishes what became of letters, for the API to record. An event's id follows from what it tells, so that telling it again after a
 * crash makes no second record.
 */
public record Records(EventPublisher publisher, Clock clock) {

    private record End(
            DeliveryStatus status,
            int attempts,
            @Nullable String error,
            @Nullable JsonObject reference,
            Instant at,
            @Nullable String reason,
            @Nullable String group) {}

    void sent(Letter letter, Channel channel, Acceptance acceptance) {
        publish(
                DeliveryStatus.SENT,
                acceptance.eventId(),
                letter,
                channel,
                new End(
                        DeliveryStatus.SENT,
                        acceptance.attempts(),
                        null,
                        acceptance.reference(),
                        acceptance.at(),
                        null,
                        acceptance.group()));
    }

    void failed(Letter letter, Channel channel, Fate.Failed failed) {
        publish(
                DeliveryStatus.FAILED,
                letter.entryId(),
                letter,
                channel,
                new End(
                        DeliveryStatus.FAILED,
                        letter.attempts() + 1,
                        failed.reason(),
                        null,
                        now(),
                        null,
                        failed.group()));
    }

    public void suppressed(Letter letter, Channel channel, Suppression why) {
        publish(
                DeliveryStatus.SUPPRESSED,
                letter.eventId(),
                letter,
                channel,
                new End(DeliveryStatus.SUPPRESSED, letter.attempts(), null, null, now(), why.wire(), null));
    }

    /** Before any of these channels is told, so that after a loss it is known to whom the letter went. */
    public void divided(Letter letter, List<Channel> channels) {
        List<String> names =
                channels.stream().map(channel -> channel.name().wire()).sorted().toList();
        publish(
                EventTypes.NOTIFY_DIVIDED + ":" + letter.eventId() + ":" + String.join(",", names),
                letter,
                new NotificationDivided(letter.eventId(), names, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void publish(DeliveryStatus status, String about, Letter letter, Channel channel, End end) {
        String name = status.eventType() + ":" + about + ":" + channel.name();
        publish(name, letter, event(letter, channel, end));
    }

    private void publish(String name, Letter letter, SecPlatEvent event) {
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        Envelope envelope = Envelope.of(id, event, clock.instant(), letter.requestId());
        publisher.publish(List.of(new EventPublisher.Outgoing(StreamName.DELIVERY, envelope)));
    }

    private static DeliveryRecorded event(Letter letter, Channel channel, End end) {
        Optional<Notification> told = letter.notice().told();
        return new DeliveryRecorded(
                end.status(),
                letter.eventId(),
                told.map(Notification::dedupeKey).orElse(null),
                letter.notice().kind(),
                told.map(Notification::title).orElse(null),
                told.map(notification -> notification.severity().wire()).orElse(null),
                channel.name().wire(),
                channel.recipient(),
                letter.notice().assets(),
                letter.notice().incidentId(),
                end.attempts(),
                end.error(),
                end.reference(),
                end.at(),
                end.reason(),
                letter.route(),
                end.group());
    }
}
