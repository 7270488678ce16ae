package io.secplat.workers.notify.round;

import io.secplat.runtime.Journal;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.Outcome;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.Pipeline;
import io.secplat.workers.notify.pipeline.order.Lines;
import io.secplat.workers.notify.route.Routing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes each letter to its channels, to all of them at the same time, and again to those for which it has to wait. A channel that fails
 * gets a copy of its own at the tail or a dead letter; since that ends the letter's entry, those that wait get copies as well.
 */
public final class Rounds {

    private final FanOut fanOut;
    private final Pipeline pipeline;
    private final Lines lines;
    private final Clock clock;
    private final Journal journal;
    private final InHand inHand;

    /** @param most letters in hand; while so many are, there is no room for more */
    public Rounds(FanOut fanOut, Pipeline pipeline, Lines lines, Clock clock, Journal journal, int most) {
        this.fanOut = fanOut;
        this.pipeline = pipeline;
        this.lines = lines;
        this.clock = clock;
        this.journal = journal;
        this.inHand = new InHand(most);
    }

    /** Forgets what was in hand. */
    public void begin() {
        inHand.clear();
    }

    /** How many more letters may be read. */
    public int room() {
        return inHand.room();
    }

    /** The round of the letter that this entry carries, which is in hand from now on. */
    public Round of(String entryId) {
        return inHand.of(entryId);
    }

    /** The entry is at its end. */
    public void end(String entryId) {
        inHand.end(entryId);
    }

    /** Goes to those of these channels that are not through and whose time has come; throws CourierUnavailableException. */
    public Outcome go(Letter letter, Round round, List<Routing.Told> told) throws InterruptedException {
        Instant now = clock.instant();
        List<Routing.Told> due = told.stream()
                .filter(one -> isOpen(round, one) && !round.due(name(one)).isAfter(now))
                .toList();
        List<Outcome.Part> failed = failed(letter, round, due, visit(letter, due));
        List<Routing.Told> waiting =
                told.stream().filter(one -> isOpen(round, one)).toList();
        if (failed.isEmpty()) {
            return waiting.isEmpty() ? Outcome.DONE : new Outcome.Later(soonest(round, waiting));
        }
        return apart(letter, round, failed, waiting);
    }

    private static boolean isOpen(Round round, Routing.Told told) {
        return !round.isThrough(name(told));
    }

    private static ChannelName name(Routing.Told told) {
        return told.channel().name();
    }

    private List<FanOut.Answer<Fate>> visit(Letter letter, List<Routing.Told> due) throws InterruptedException {
        return fanOut.ask(due.stream()
                .<FanOut.Question<Fate>>map(one -> () -> fate(letter.by(one.route()), one.channel()))
                .toList());
    }

    /** What becomes of those that failed; the round knows of the others, also when one of them could not be asked to its end. */
    private List<Outcome.Part> failed(
            Letter letter, Round round, List<Routing.Told> due, List<FanOut.Answer<Fate>> answers) {
        Map<ChannelName, Outcome.Part> failed = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            Routing.Told one = due.get(i);
            answers.get(i).value().ifPresent(fate -> Ending.failed(letter.by(one.route()), one.channel(), fate)
                    .ifPresentOrElse(part -> failed.put(name(one), part), () -> note(round, name(one), fate)));
        }
        answers.forEach(FanOut.Answer::raise);
        failed.keySet().forEach(round::end);
        return List.copyOf(failed.values());
    }

    /** A defect is one more try, and spoils no other channel. */
    private Fate fate(Letter letter, Channel channel) throws InterruptedException {
        try {
            return pipeline.run(new Dispatch(letter, channel));
        } catch (CourierUnavailableException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            journal.error("notify.deliver", "failed", e);
            return new Fate.Delayed(Optional.empty());
        }
    }

    private void note(Round round, ChannelName channel, Fate fate) {
        if (fate instanceof Fate.Waiting waiting) {
            round.putOff(channel, clock.instant().plus(waiting.delay()));
        } else {
            round.end(channel);
        }
    }

    private Duration soonest(Round round, List<Routing.Told> waiting) {
        return waiting.stream()
                .map(one -> rest(round, one))
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration rest(Round round, Routing.Told told) {
        Duration rest = Duration.between(clock.instant(), round.due(name(told)));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private Outcome apart(Letter letter, Round round, List<Outcome.Part> failed, List<Routing.Told> waiting) {
        lines.fallBehind(letter, waiting.stream().map(Rounds::name).toList());
        List<Outcome.Part> parts = new ArrayList<>(failed);
        waiting.forEach(one -> parts.add(Ending.waiting(letter.by(one.route()), one.channel(), rest(round, one))));
        return new Outcome.Divided(parts);
    }
}
