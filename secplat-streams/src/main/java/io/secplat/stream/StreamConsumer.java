package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Dial;
import io.secplat.runtime.Journal;
import io.secplat.runtime.WorkerContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/**
 * The loop of one consumer: settle what is owed, take over what others left, read what is new, handle, settle. Delayed
 * retries wait without blocking their neighbours; while the transport or somebody the handler needs is away the loop pauses
 * with the backoff of the retry policy and then goes on with the very entries it has. Handles on its own thread, in the order
 * of the stream; or, with a concurrency above one, on so many others, in any order.
 */
public final class StreamConsumer {

    /** What a consumer works with, besides its stream and handler. */
    public record Surroundings(
            Clock clock, RandomGenerator random, Journal journal, ThreadFactory threads, ConsumerObserver observer) {

        /** With nobody who counts. */
        public Surroundings(Clock clock, RandomGenerator random, Journal journal, ThreadFactory threads) {
            this(clock, random, journal, threads, ConsumerObserver.NONE);
        }
    }

    /** Where a consumer reads, and who gets how many messages at once. */
    record Post(ConsumerGroup group, MessageStream stream, BatchHandler handler, int chunk) {}

    private record OneByOne(MessageHandler handler) implements BatchHandler {

        @Override
        public Map<String, Outcome> handle(List<Message> messages) throws InterruptedException {
            return Map.of(messages.get(0).id(), handler.handle(messages.get(0)));
        }

        @Override
        public void arrived(List<Message> messages) {
            handler.arrived(messages);
        }

        @Override
        public int room() {
            return handler.room();
        }
    }

    private final Post post;
    private final ConsumerSettings settings;
    private final Surroundings surroundings;
    private final Dial hands;
    private final ConsumerTally tally;

    private StreamConsumer(Post post, ConsumerSettings settings, Surroundings surroundings) {
        this.post = post;
        this.settings = settings;
        this.tally = new ConsumerTally(surroundings.observer());
        this.surroundings = new Surroundings(
                surroundings.clock(), surroundings.random(), surroundings.journal(), surroundings.threads(), tally);
        this.hands = new Dial(settings.concurrency(), ConsumerSettings.MOST_CONCURRENT);
    }

    /** Hands over one message at a time and settles each at once. */
    public static StreamConsumer each(
            ConsumerGroup group,
            MessageStream stream,
            ConsumerSettings settings,
            Surroundings surroundings,
            MessageHandler handler) {
        return new StreamConsumer(new Post(group, stream, new OneByOne(handler), 1), settings, surroundings);
    }

    /** Hands over what one read brought together, at most {@link ConsumerSettings#batch} messages. */
    public static StreamConsumer inBatches(
            ConsumerGroup group,
            MessageStream stream,
            ConsumerSettings settings,
            Surroundings surroundings,
            BatchHandler handler) {
        return new StreamConsumer(new Post(group, stream, handler, settings.batch()), settings, surroundings);
    }

    /** How many handlers work at the same time; empty for one that keeps the order of the stream. */
    public Optional<Dial> concurrency() {
        return settings.concurrency() == 1 ? Optional.empty() : Optional.of(hands);
    }

    /** What became of its messages since it was made. */
    public Map<String, Long> counters() {
        return tally.counts();
    }

    /**
     * Consumes until the context is stopping; what is being worked on then is finished, the rest stays pending. An interrupt
     * ends it at once, and everything in hand stays pending. While the context is paused it begins what it has read already, and
     * reads nothing.
     */
    public void run(WorkerContext context) throws InterruptedException {
        Heartbeat heartbeat = new Heartbeat(post.stream(), settings, surroundings.clock(), context);
        Crew crew = Crew.of(settings.concurrency(), surroundings.threads());
        surroundings.threads().newThread(heartbeat).start();
        try {
            ConsumerSession session = new ConsumerSession(post, settings, surroundings, heartbeat, crew);
            while (!context.stopping()) {
                crew.resize(hands.value());
                // A crew without room makes no progress, however often the loop looks.
                if (crew.room() > 0) {
                    heartbeat.progress();
                }
                session.turn(context);
            }
            crew.drain();
        } finally {
            heartbeat.stop();
            crew.dismiss();
        }
    }
}
