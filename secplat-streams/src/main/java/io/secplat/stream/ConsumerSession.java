package io.secplat.stream;

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
import java.util.random.RandomGenerator;

/**
 * The state of one run of a consumer: a new run begins with empty hands and gets everything again from the stream. What it
 * has in hand is bounded by the batch and the waiting room.
 */
final class ConsumerSession {

    /** Reclaiming walks the pending entries, so it is not done at each read. */
    private static final int RECLAIMS_PER_IDLE = 10;

    private final StreamConsumer.Post post;
    private final ConsumerSettings settings;
    private final MessageStream stream;
    private final String name;
    private final Clock clock;
    private final RandomGenerator random;
    private final Journal journal;
    private final ConsumerObserver observer;
    private final Heartbeat heartbeat;
    private final Handling handling;
    private final SettlementPlanner planner;
    private final WaitingRoom waiting;
    private final Deque<Message> ready = new ArrayDeque<>();
    private final Deque<Settlement> owed = new ArrayDeque<>();
    private Instant nextReclaim = Instant.MIN;
    private int pauses;

    ConsumerSession(
            StreamConsumer.Post post,
            ConsumerSettings settings,
            StreamConsumer.Surroundings surroundings,
            Heartbeat heartbeat) {
        this.post = post;
        this.settings = settings;
        this.stream = post.stream();
        this.name = post.group().stream().wire();
        this.observer = surroundings.observer();
        this.clock = surroundings.clock();
        this.random = surroundings.random();
        this.journal = surroundings.journal();
        this.heartbeat = heartbeat;
        this.handling = new Handling(post, settings.failureReason(), surroundings);
        this.planner = new SettlementPlanner(post.group().stream(), settings.retry(), clock, random);
        this.waiting = new WaitingRoom(settings.holdLimit());
    }

    void turn(WorkerContext context) throws InterruptedException {
        String trouble = attempt();
        if (trouble.isEmpty()) {
            resume();
        } else {
            pause(context, trouble);
        }
    }

    private void resume() {
        if (pauses > 0) {
            journal.info("stream.consume", "resumed", Map.of("stream", name));
        }
        pauses = 0;
    }

    private void pause(WorkerContext context, String trouble) throws InterruptedException {
        if (pauses++ == 0) {
            journal.warn("stream.consume", "paused", Map.of("stream", name, "reason", trouble));
        }
        context.pause(settings.retry().delay(pauses, random));
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
            List<Message> foreign = reclaimed.stream()
                    .filter(message -> !heartbeat.holds(message.id()))
                    .toList();
            tellReclaimed(foreign.size());
            accept(foreign);
        }
        room = settings.batch() - ready.size();
        if (room > 0) {
            accept(stream.read(room, ready.isEmpty() ? patience() : Duration.ZERO));
        }
    }

    private void tellReclaimed(int entries) {
        if (entries > 0) {
            observer.reclaimed(post.group(), entries);
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
        while (messages.size() < post.chunk() && !ready.isEmpty()) {
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
                observer.held(post.group(), 1);
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
}
