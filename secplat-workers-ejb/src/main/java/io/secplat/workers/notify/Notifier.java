package io.secplat.workers.notify;

import io.secplat.runtime.Journal;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.RetryPolicy;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.letter.LetterReader;
import io.secplat.workers.notify.pipeline.Announce;
import io.secplat.workers.notify.pipeline.Count;
import io.secplat.workers.notify.pipeline.CountWaits;
import io.secplat.workers.notify.pipeline.NotifyFigures;
import io.secplat.workers.notify.pipeline.Pipeline;
import io.secplat.workers.notify.pipeline.Records;
import io.secplat.workers.notify.pipeline.Tell;
import io.secplat.workers.notify.pipeline.deliver.Attempts;
import io.secplat.workers.notify.pipeline.deliver.Deduplicate;
import io.secplat.workers.notify.pipeline.deliver.Deliver;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog;
import io.secplat.workers.notify.pipeline.deliver.Lookups;
import io.secplat.workers.notify.pipeline.deliver.Mute;
import io.secplat.workers.notify.pipeline.deliver.SteadyDeliveryLog;
import io.secplat.workers.notify.pipeline.group.Gatherings;
import io.secplat.workers.notify.pipeline.group.Group;
import io.secplat.workers.notify.pipeline.group.GroupRules;
import io.secplat.workers.notify.pipeline.limit.Gate;
import io.secplat.workers.notify.pipeline.limit.Limit;
import io.secplat.workers.notify.pipeline.limit.Queue;
import io.secplat.workers.notify.pipeline.limit.Turnstile;
import io.secplat.workers.notify.pipeline.order.InOrder;
import io.secplat.workers.notify.pipeline.order.Laggards;
import io.secplat.workers.notify.pipeline.order.Lines;
import io.secplat.workers.notify.round.FanOut;
import io.secplat.workers.notify.round.Rounds;
import io.secplat.workers.notify.route.RoutePlan;
import io.secplat.workers.notify.route.Router;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** The rooms of the notifier put together: the handler of its stream, and what it forgets when its turn begins. */
public final class Notifier {

    /** What lasts longer than a process. */
    public record Memory(DeliveryLog log, Gate gate, Laggards laggards) {}

    /**
     * What is decided by configuration.
     *
     * @param doubt how long an attempt whose end nobody saw may still be on its way
     * @param mostInHand letters read and not at their end, at least 1; while there are so many no more are read
     */
    public record Rules(RetryPolicy retry, GroupRules groups, Duration doubt, int mostInHand) {}

    /** What it works with besides. */
    public record Surroundings(
            EventPublisher publisher, Clock clock, Journal journal, NotifyFigures figures, ThreadFactory threads) {}

    /** Threads besides the consumer's: it tells as many channels at the same time. */
    private static final int MOST_HELPERS = 64;

    private final Lines lines;
    private final Turnstile turnstile;
    private final Gatherings gatherings = new Gatherings();
    private final Rounds rounds;
    private final NotifyHandler handler;

    /** @param plan asked at each letter which channels hear of it */
    public Notifier(List<Channel> channels, Supplier<RoutePlan> plan, Memory memory, Rules rules, Surroundings with) {
        this.lines = new Lines(memory.laggards(), with.clock());
        this.turnstile = new Turnstile(memory.gate(), with.clock());
        Attempts attempts = new Attempts(new SteadyDeliveryLog(memory.log()), with.clock());
        Lookups lookups = new Lookups(memory.gate());
        Records records = new Records(with.publisher(), with.clock());
        Group group = new Group(gatherings, rules.groups(), with.clock());
        Pipeline pipeline = Pipeline.of(
                new Count(with.figures(), with.clock()),
                new Tell(with.journal()),
                new Announce(records),
                new InOrder(lines),
                new Queue(turnstile),
                new Mute(attempts),
                new Deduplicate(attempts, lookups, rules.doubt()),
                group,
                new CountWaits(with.figures()),
                new Limit(turnstile),
                new Deliver(attempts, lookups, rules.retry(), rules.doubt()));
        this.rounds = new Rounds(
                new FanOut(MOST_HELPERS, with.threads()),
                pipeline,
                lines,
                with.clock(),
                with.journal(),
                rules.mostInHand());
        this.handler = new NotifyHandler(
                new LetterReader(with.clock()),
                new Router(channels, plan),
                lines,
                new Silences(records, attempts, group, with.figures()),
                rounds,
                with.clock());
    }

    /** Works on messages of the notify stream; hears of them as they arrive. */
    public MessageHandler handler() {
        return handler;
    }

    /** A turn of this notifier begins: everything that is not settled comes again from the stream. */
    public void begin() {
        gatherings.begin();
        turnstile.begin();
        lines.begin();
        rounds.begin();
    }
}
