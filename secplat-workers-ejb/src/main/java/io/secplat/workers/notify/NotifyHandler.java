package io.secplat.workers.notify;

import io.secplat.contracts.event.FieldNames;
import io.secplat.stream.Message;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.Outcome;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings one message of the notify stream to its channels; each channel succeeds or fails by itself. */
final class NotifyHandler implements MessageHandler {

    private final LetterReader reader;
    private final Router router;
    private final Pipeline pipeline;

    NotifyHandler(LetterReader reader, Router router, Pipeline pipeline) {
        this.reader = reader;
        this.router = router;
        this.pipeline = pipeline;
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
        List<Channel> channels = router.route(letter);
        if (channels.isEmpty()) {
            return new Outcome.Park(NotifyReasons.NO_CHANNELS);
        }
        List<Outcome.Part> failures = new ArrayList<>();
        for (Channel channel : channels) {
            Fate fate = pipeline.run(new Dispatch(letter, channel));
            failure(fate)
                    .ifPresent(failure -> failures.add(
                            new Outcome.Part(part(letter, channel, channels.size() == 1, failure), failure)));
        }
        return failures.isEmpty() ? Outcome.DONE : new Outcome.Divided(failures);
    }

    private static Optional<Outcome.Failure> failure(Fate fate) {
        if (fate instanceof Fate.Delayed delayed) {
            return Optional.of(new Outcome.Retry(NotifyReasons.DELIVERY_FAILED, delayed.after()));
        }
        return fate instanceof Fate.Failed failed
                ? Optional.of(new Outcome.Park(failed.reason(), failed.retryable()))
                : Optional.empty();
    }

    /**
     * A copy names its one channel, and keeps the identity that a hand-made message has by its entry alone. A dead letter
     * stays as it came, unless other channels must not be told again by a replay.
     */
    private static Map<String, String> part(Letter letter, Channel channel, boolean alone, Outcome.Failure failure) {
        String name = channel.name().wire();
        Map<String, String> changes = new HashMap<>();
        if (failure instanceof Outcome.Retry) {
            changes.put(FieldNames.EVENT_ID, letter.eventId());
        } else {
            changes.put(FieldNames.CHANNEL, name);
        }
        if (failure instanceof Outcome.Retry || !alone) {
            changes.put("channels", Json.createArrayBuilder().add(name).build().toString());
        }
        return changes;
    }
}
