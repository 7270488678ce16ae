package io.secplat.workers.notify;

import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.Json;
import io.secplat.stream.Message;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.Outcome;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.letter.LetterReader;
import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.NotifyReasons;
import io.secplat.workers.notify.pipeline.Pipeline;
import io.secplat.workers.notify.pipeline.order.Lines;
import io.secplat.workers.notify.route.Router;
import io.secplat.workers.notify.route.Routing;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings one message of the notify stream to its channels; each channel succeeds or fails by itself. */
final class NotifyHandler implements MessageHandler {

    private final LetterReader reader;
    private final Router router;
    private final Lines lines;
    private final Silences silences;
    private final Pipeline pipeline;
    private final Clock clock;

    NotifyHandler(LetterReader reader, Router router, Lines lines, Silences silences, Pipeline pipeline, Clock clock) {
        this.reader = reader;
        this.router = router;
        this.lines = lines;
        this.silences = silences;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Letters get in line in the order of the stream, whichever thread gets them. */
    @Override
    public void arrived(List<Message> messages) {
        for (Message message : messages) {
            if (reader.read(message) instanceof LetterReader.Reading.Opened opened) {
                Letter letter = opened.letter();
                router.route(letter, clock.instant())
                        .told()
                        .forEach(told -> lines.join(letter, told.channel().name()));
            }
        }
    }

    @Override
    public Outcome handle(Message message) throws InterruptedException {
        LetterReader.Reading reading = reader.read(message);
        if (reading instanceof LetterReader.Reading.Opened opened) {
            return send(opened.letter());
        }
        return new Outcome.Park(((LetterReader.Reading.Closed) reading).reason());
    }

    private Outcome send(Letter letter) throws InterruptedException {
        Routing routing = silences.heed(letter, router.route(letter, clock.instant()));
        if (routing.isNowhere()) {
            return new Outcome.Park(NotifyReasons.NO_CHANNELS);
        }
        List<Routing.Told> told = routing.told();
        if (told.size() == 1 && routing.silent().isEmpty()) {
            return send(letter.by(told.get(0).route()), told.get(0).channel());
        }
        keepSilent(letter, routing);
        return told.isEmpty() ? Outcome.DONE : apart(letter, told);
    }

    /** Once, since whoever is told gets a copy that names the channel. It may be in line from when it was to be told. */
    private void keepSilent(Letter letter, Routing routing) {
        silences.keep(letter, routing);
        routing.silent().forEach(silent -> lines.leave(letter, silent.channel().name()));
    }

    /** A copy for each channel: from then on none waits for another. */
    private Outcome apart(Letter letter, List<Routing.Told> told) {
        lines.fallBehind(letter, told.stream().map(one -> one.channel().name()).toList());
        return new Outcome.Divided(told.stream()
                .map(one ->
                        new Outcome.Part(copy(letter.by(one.route()), one.channel()), new Outcome.Later(Duration.ZERO)))
                .toList());
    }

    private Outcome send(Letter letter, Channel channel) throws InterruptedException {
        Fate fate = pipeline.run(new Dispatch(letter, channel));
        if (fate instanceof Fate.Waiting waiting) {
            return new Outcome.Later(waiting.delay());
        }
        return failure(fate)
                .<Outcome>map(failure ->
                        new Outcome.Divided(List.of(new Outcome.Part(part(letter, channel, failure), failure))))
                .orElse(Outcome.DONE);
    }

    private static Optional<Outcome.Failure> failure(Fate fate) {
        if (fate instanceof Fate.Delayed delayed) {
            return Optional.of(new Outcome.Retry(NotifyReasons.DELIVERY_FAILED, delayed.after()));
        }
        return fate instanceof Fate.Failed failed
                ? Optional.of(new Outcome.Park(failed.reason(), failed.retryable()))
                : Optional.empty();
    }

    /** A dead letter names the channel, and stays as it came otherwise. */
    private static Map<String, String> part(Letter letter, Channel channel, Outcome.Failure failure) {
        return failure instanceof Outcome.Retry
                ? copy(letter, channel)
                : Map.of(FieldNames.CHANNEL, channel.name().wire());
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
