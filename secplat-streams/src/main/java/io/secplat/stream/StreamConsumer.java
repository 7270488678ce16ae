package io.secplat.stream;

import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.runtime.WorkerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/**
 * The loop of one consumer: settle what is owed, take over what others left, read what is new, handle, settle. Delayed
 * retries wait without blocking their neighbours; while the transport or somebody the handler needs is away the loop pauses
 * with the backoff of the retry policy and then goes on with the very entries it has. Handles on one thread.
 */
public final class StreamConsumer {

    /** Reclaiming walks the pending entries, so it is not done at each read. */
    private static final int RECLAIMS_PER_IDLE = 10;

    /** What a consumer works with, besides its stream and handler. */
    public record Surroundings(Clock clock, RandomGenerator random, Journal journal, ThreadFactory threads) {}

    private final StreamName name;
    private final MessageStream stream;
    private final ConsumerSettings settings;
    private final Surroundings surroundings;
    private final Handling handling;
    private final int chunk;

    private StreamConsumer(
            StreamName name,
            MessageStream stream,
            ConsumerSettings settings,
            Surroundings surroundings,
            BatchHandler handler,
            int chunk) {
        this.name = name;
        this.stream = stream;
        this.settings = settings;
        this.surroundings = surroundings;
        this.handling = new Handling(handler, settings.failureReason(), name, surroundings.journal());
        this.chunk = chunk;
    }

    /** Hands over one message at a time and settles each at once. */
    public static StreamConsumer each(
            StreamName name,
            MessageStream stream,
            ConsumerSettings settings,
            Surroundings surroundings,
            MessageHandler handler) {
        BatchHandler one = messages -> Map.of(messages.get(0).id(), handler.handle(messages.get(0)));
        return new StreamConsumer(name, stream, settings, surroundings, one, 1);
    }

    /** Hands over what one read brought together, at most {@link ConsumerSettings#batch} messages. */
    public static StreamConsumer inBatches(
            StreamName name,
            MessageStream stream,
            ConsumerSettings settings,
            Surroundings surroundings,
            BatchHandler handler) {
        return new StreamConsumer(name, stream, settings, surroundings, handler, settings.batch());
    }

    /** Consumes until the context is stopping; what is in hand then is finished or stays pending. */
    public void run(WorkerContext context) throws InterruptedException {
        Heartbeat heartbeat = new Heartbeat(stream, settings, surroundings.clock(), context);
        surroundings.threads().newThread(heartbeat).start();
        try {
            Session session = new Session(heartbeat);
            while (!context.stopping()) {
                heartbeat.progress();
                session.turn(context);
            }
        } finally {
            heartbeat.stop();
        }
    }

    /** The state of one run: a new run begins with empty hands and gets everything again from the stream. */
    private final class Session {

        private final Heartbeat heartbeat;
        private final Clock clock = surroundings.clock();
        private final SettlementPlanner planner =
                new SettlementPlanner(name, settings.retry(), clock, surroundings.random());
        private final WaitingRoom waiting = new WaitingRoom(settings.holdLimit());
        private final Deque<Message> ready = new ArrayDeque<>();
        private final Deque<Settlement> owed = new ArrayDeque<>();
        private Instant nextReclaim = Instant.MIN;
        private int pauses;

        Session(Heartbeat heartbeat) {
            this.heartbeat = heartbeat;
        }

        void turn(WorkerContext context) throws InterruptedException {
            String trouble = attempt();
            if (trouble.isEmpty()) {
                if (pauses > 0) {
                    journal().info("stream.consume", "resumed", Map.of("stream", name.wire()));
                }
                pauses = 0;
                return;
            }
            if (pauses++ == 0) {
                journal().warn("stream.consume", "paused", Map.of("stream", name.wire(), "reason", trouble));
            }
            context.pause(settings.retry().delay(pauses, surroundings.random()));
        }

        /** One turn; the reason to pause, or empty text. */
        private String attempt() throws InterruptedException {
            try {
                settle();
                if (ready.isEmpty()) {
                    fill();
                }
                String trouble = work();
                settle();
                return trouble;
            } catch (CourierUnavailableException e) {
                return "courier_unavailable";
            }
        }

        private void fill() {
            accept(waiting.takeDue(clock.instant(), settings.batch()));
            int room = settings.batch() - ready.size();
            if (room > 0 && !clock.instant().isBefore(nextReclaim)) {
                List<Message> reclaimed = stream.reclaim(room, settings.claimIdle());
                nextReclaim = reclaimed.size() == room
                        ? Instant.MIN
                        : clock.instant().plus(settings.claimIdle().dividedBy(RECLAIMS_PER_IDLE));
                accept(reclaimed.stream()
                        .filter(message -> !heartbeat.holds(message.id()))
                        .toList());
            }
            room = settings.batch() - ready.size();
            if (room > 0) {
                accept(stream.read(room, ready.isEmpty() ? patience() : Duration.ZERO));
            }
        }

        private Duration patience() {
            Duration block = settings.block();
            return waiting.untilNext(clock.instant())
                    .filter(next -> next.compareTo(block) < 0)
                    .map(next -> next.isNegative() ? Duration.ZERO : next)
                    .orElse(block);
        }

        private void accept(List<Message> messages) {
            Instant now = clock.instant();
            for (Message message : messages) {
                Instant due = message.notBefore().orElse(Instant.MIN);
                if (!due.isAfter(now)) {
                    ready.add(message);
                    heartbeat.take(List.of(message));
                } else if (waiting.admit(message, due)) {
                    heartbeat.take(List.of(message));
                }
            }
        }

        private String work() throws InterruptedException {
            List<Message> messages = new ArrayList<>();
            while (messages.size() < chunk && !ready.isEmpty()) {
                messages.add(ready.poll());
            }
            if (messages.isEmpty()) {
                return "";
            }
            Map<String, Outcome> outcomes = handling.handle(messages);
            String trouble = "";
            for (int i = messages.size() - 1; i >= 0; i--) {
                Message message = messages.get(i);
                Outcome outcome = outcomes.getOrDefault(message.id(), new Outcome.Hold("no_outcome"));
                if (outcome instanceof Outcome.Hold hold) {
                    ready.addFirst(message);
                    trouble = hold.reason();
                } else {
                    owed.addFirst(planner.plan(message, outcome));
                }
            }
            return trouble;
        }

        /** Stores what is owed; what could not be stored is owed still. */
        private void settle() {
            List<Settlement> plain = owed.stream().filter(Settlement::isPlain).toList();
            if (!plain.isEmpty()) {
                stream.acknowledge(plain.stream().map(Settlement::id).toList());
                plain.forEach(this::settled);
            }
            while (!owed.isEmpty()) {
                Settlement next = owed.element();
                stream.divide(next.id(), next.copies(), next.deadLetters());
                settled(next);
            }
        }

        private void settled(Settlement settlement) {
            owed.remove(settlement);
            heartbeat.drop(settlement.id());
            handling.tell(settlement);
        }

        private Journal journal() {
            return surroundings.journal();
        }
    }
}
