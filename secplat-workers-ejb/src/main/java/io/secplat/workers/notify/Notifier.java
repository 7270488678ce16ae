package io.secplat.workers.notify;

import io.secplat.runtime.Journal;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.RetryPolicy;
import java.time.Clock;
import java.time.Duration;

/** The rooms of the notifier put together: the handler of its stream, and what it forgets when its turn begins. */
final class Notifier {

    /** What lasts longer than a process. */
    record Memory(DeliveryLog log, Gate gate, Laggards laggards) {}

    /**
     * What is decided by configuration.
     *
     * @param doubt how long an attempt whose end nobody saw may still be on its way
     */
    record Rules(RetryPolicy retry, GroupRules groups, Duration doubt) {}

    /** What it works with besides. */
    record Surroundings(EventPublisher publisher, Clock clock, Journal journal) {}

    private final Lines lines;
    private final Turnstile turnstile;
    private final Gatherings gatherings = new Gatherings();
    private final NotifyHandler handler;

    Notifier(Router router, Memory memory, Rules rules, Surroundings with) {
        this.lines = new Lines(memory.laggards(), with.clock());
        this.turnstile = new Turnstile(memory.gate(), with.clock());
        Attempts attempts = new Attempts(new SteadyDeliveryLog(memory.log()), with.clock());
        Records records = new Records(with.publisher(), with.clock());
        Pipeline pipeline = Pipeline.of(
                new Tell(with.journal()),
                new Announce(records),
                new InOrder(lines),
                new Mute(attempts),
                new Deduplicate(attempts, rules.doubt()),
                new Group(gatherings, rules.groups(), with.clock()),
                new Limit(turnstile),
                new Deliver(attempts, rules.retry()));
        this.handler = new NotifyHandler(
                new LetterReader(with.clock()), router, lines, new Silences(records, attempts), pipeline, with.clock());
    }

    MessageHandler handler() {
        return handler;
    }

    /** Everything that is not settled comes again from the stream. */
    void begin() {
        gatherings.begin();
        turnstile.begin();
        lines.begin();
    }
}
