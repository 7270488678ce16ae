package io.secplat.workers.notify.round;

import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.Json;
import io.secplat.stream.Outcome;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.NotifyReasons;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What becomes of a channel's part of a letter that cannot stay with the rest of it. */
final class Ending {

    private Ending() {}

    /** The part of a channel that failed, now or for ever; empty for every other fate. */
    static Optional<Outcome.Part> failed(Letter letter, Channel channel, Fate fate) {
        if (fate instanceof Fate.Delayed delayed) {
            return Optional.of(new Outcome.Part(
                    copy(letter, channel), new Outcome.Retry(NotifyReasons.DELIVERY_FAILED, delayed.after())));
        }
        return fate instanceof Fate.Failed failed
                ? Optional.of(new Outcome.Part(
                        Map.of(FieldNames.CHANNEL, channel.name().wire()),
                        new Outcome.Park(failed.reason(), failed.retryable())))
                : Optional.empty();
    }

    /** The part of a channel that still waits when the rest of the letter ends. */
    static Outcome.Part waiting(Letter letter, Channel channel, Duration delay) {
        return new Outcome.Part(copy(letter, channel), new Outcome.Later(delay));
    }

    /**
     * Names its one channel and the route that chose it, and keeps the identity that a hand-made message has by its entry alone. That
     * a Jira issue was asked for as well is no business of another channel's copy.
     */
    private static Map<String, String> copy(Letter letter, Channel channel) {
        Map<String, String> changes = new HashMap<>();
        changes.put(FieldNames.EVENT_ID, letter.eventId());
        changes.put(
                "channels",
                Json.createArrayBuilder().add(channel.name().wire()).build().toString());
        if (channel.name() != ChannelName.JIRA
                && letter.notice().told().map(Notification::jira).isPresent()) {
            changes.put("jira", "");
        }
        Optional.ofNullable(letter.route()).ifPresent(route -> changes.put(FieldNames.ROUTE, route));
        return changes;
    }
}
