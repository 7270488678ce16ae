package io.secplat.workers.notify;

import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.Message;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.Outcome;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.letter.LetterReader;
import io.secplat.workers.notify.pipeline.NotifyReasons;
import io.secplat.workers.notify.pipeline.order.Lines;
import io.secplat.workers.notify.round.Round;
import io.secplat.workers.notify.round.Rounds;
import io.secplat.workers.notify.route.Router;
import io.secplat.workers.notify.route.Routing;
import java.time.Clock;
import java.util.List;

/** Brings one message of the notify stream to its channels; each channel succeeds or fails by itself. */
final class NotifyHandler implements MessageHandler {

    private final LetterReader reader;
    private final Router router;
    private final Lines lines;
    private final Silences silences;
    private final Rounds rounds;
    private final Clock clock;

    NotifyHandler(LetterReader reader, Router router, Lines lines, Silences silences, Rounds rounds, Clock clock) {
        this.reader = reader;
        this.router = router;
        this.lines = lines;
        this.silences = silences;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public int room() {
        return rounds.room();
    }

    /**
     * Letters get in line in the order of the stream, whichever thread gets them, also where they are kept from the channel: what comes after
     * them looks whether they were.
     */
    @Override
    public void arrived(List<Message> messages) {
        for (Message message : messages) {
            Round round = rounds.of(message.id());
            if (reader.read(message) instanceof LetterReader.Reading.Opened opened) {
                Letter letter = opened.letter();
                router.route(letter, clock.instant())
                        .without(round::isThrough)
                        .legs()
                        .forEach(leg -> lines.join(letter, leg.channel().name()));
            }
        }
    }

    /** What waits for its turn, or for Redis, stays in hand; everything else is at its end. */
    @Override
    public Outcome handle(Message message) throws InterruptedException {
        try {
            Outcome outcome = outcome(message);
            if (!(outcome instanceof Outcome.Later)) {
                rounds.end(message.id());
            }
            return outcome;
        } catch (CourierUnavailableException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            rounds.end(message.id());
            throw e;
        }
    }

    private Outcome outcome(Message message) throws InterruptedException {
        LetterReader.Reading reading = reader.read(message);
        if (reading instanceof LetterReader.Reading.Opened opened) {
            return send(opened.letter());
        }
        return new Outcome.Park(((LetterReader.Reading.Closed) reading).reason());
    }

    private Outcome send(Letter letter) throws InterruptedException {
        Routing all = router.route(letter, clock.instant());
        if (all.isNowhere()) {
            return new Outcome.Park(NotifyReasons.NO_CHANNELS);
        }
        Round round = rounds.of(letter.entryId());
        Routing open = silences.heed(letter, all.without(round::isThrough));
        if (!round.isAnnounced()) {
            announce(letter, open);
            round.announced();
        }
        for (Routing.Silent silent : open.silent()) {
            keepSilent(letter, round, silent);
        }
        return rounds.go(letter, round, open.told());
    }

    private void announce(Letter letter, Routing open) {
        if (open.legs().size() > 1) {
            silences.announce(letter, open);
        }
    }

    private void keepSilent(Letter letter, Round round, Routing.Silent silent) {
        ChannelName channel = silent.channel().name();
        try {
            silences.keep(letter, silent);
        } catch (CourierUnavailableException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // As for one that is told: the consumer gives up in the end, of which nobody here would hear.
            lines.leave(letter, channel);
            throw e;
        }
        lines.leave(letter, channel);
        round.end(channel);
    }
}
