package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a consumer has read and not begun: delayed retries that are due, what others left, what is new. Bounded by the batch
 * and the waiting room. Used by the loop alone.
 */
final class Intake {

    /** Reclaiming walks the pending entries, so it is not done at each read. */
    private static final int RECLAIMS_PER_IDLE = 10;

    private static final int LEFT_AT_ONCE = 5_000;

    private static final int LOOKS = 2;

    private final MessageStream stream;
    private final BatchHandler handler;
    private final ConsumerGroup group;
    private final ConsumerSettings settings;
    private final Clock clock;
    private final ConsumerObserver observer;
    private final Heartbeat heartbeat;
    private final WaitingRoom waiting;
    private final Deque<Message> ready = new ArrayDeque<>();
    private Instant nextReclaim = Instant.MIN;
    private boolean begun;
    private boolean newFirst;

    Intake(
            StreamConsumer.Post post,
            ConsumerSettings settings,
            StreamConsumer.Surroundings surroundings,
            Heartbeat heartbeat) {
        this.stream = post.stream();
        this.handler = post.handler();
        this.group = post.group();
        this.settings = settings;
        this.clock = surroundings.clock();
        this.observer = surroundings.observer();
        this.heartbeat = heartbeat;
        this.waiting = new WaitingRoom(settings.holdLimit());
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    /** Removes and returns the next messages to work on, at most that many. */
    List<Message> take(int max) {
        List<Message> next = new ArrayList<>();
        while (next.size() < max && !ready.isEmpty()) {
            next.add(ready.poll());
        }
        return next;
    }

    /** These come first again. */
    void putBack(List<Message> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            ready.addFirst(messages.get(i));
        }
    }

    /** These come again when they are due; without room for them they are left to the stream. */
    void postpone(Map<Message, Instant> messages) {
        messages.forEach((message, due) -> {
            if (!waiting.admit(message, due)) {
                heartbeat.drop(message.id());
            }
        });
    }

    /**
     * Gets at most so many messages ready; waits for the first as long as the settings say. Whatever goes wrong may have happened after
     * the group had moved on, so a sole consumer then looks for what is left before it reads on.
     */
    void fill(int max) {
        try {
            attempt(max);
        } catch (CourierUnavailableException e) {
            begun = false;
            throw e;
        }
    }

    private void attempt(int max) {
        if (!begun) {
            begin();
        }
        accept(waiting.takeDue(clock.instant(), share(max)));
        int room = max - ready.size();
        if (room > 0 && !clock.instant().isBefore(nextReclaim)) {
            reclaim(room);
        }
        room = Math.min(max - ready.size(), handler.room());
        if (room > 0) {
            welcome(complete(stream.read(room, ready.isEmpty() ? patience() : Duration.ZERO)));
        }
        room = max - ready.size();
        if (room > 0) {
            accept(waiting.takeDue(clock.instant(), room));
        }
    }

    /** However many come back again and again, half of the room is for those that were left or are new. */
    private int share(int max) {
        newFirst = !newFirst;
        return newFirst ? max / 2 : (max + 1) / 2;
    }

    private void begin() {
        if (settings.sole()) {
            welcome(left());
        }
        begun = true;
    }

    /**
     * With what came before it and went to somebody else: a consumer that was alone until a moment ago may have read on without knowing
     * that it is no longer. Whatever precedes an entry was read before it, by whomever, so it is pending by now.
     */
    private List<Message> complete(List<Message> read) {
        return settings.sole() && !read.isEmpty() && stream.othersHold() ? left() : read;
    }

    /** Everything that is pending and not in hand here, in the order of the stream. The first look may begin in the middle of it. */
    private List<Message> left() {
        Set<String> held = heartbeat.held();
        Map<String, Message> found = new HashMap<>();
        Set<String> seen = new HashSet<>();
        int looks = 0;
        int before;
        do {
            before = seen.size();
            for (Message message : stream.reclaim(LEFT_AT_ONCE, Duration.ZERO)) {
                boolean unused = seen.add(message.id());
                if (!held.contains(message.id())) {
                    found.put(message.id(), message);
                }
            }
        } while (seen.size() > before || ++looks < LOOKS);
        return found.values().stream().sorted(Message.STREAM_ORDER).toList();
    }

    private void reclaim(int room) {
        List<Message> reclaimed = stream.reclaim(room, settings.claimIdle());
        nextReclaim = reclaimed.size() == room
                ? Instant.MIN
                : clock.instant().plus(settings.claimIdle().dividedBy(RECLAIMS_PER_IDLE));
        List<Message> lost = reclaimed.stream()
                .filter(message -> !heartbeat.holds(message.id()))
                .toList();
        if (!lost.isEmpty()) {
            observer.reclaimed(group, lost.size());
        }
        welcome(lost);
    }

    private void welcome(List<Message> messages) {
        if (!messages.isEmpty()) {
            handler.arrived(messages);
        }
        accept(messages);
    }

    /** Whether the handler takes something new. */
    boolean hasRoom() {
        return handler.room() > 0;
    }

    /** Until one of those that wait is due, at most as long as a read waits. */
    Duration patience() {
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
                heartbeat.take(message.id());
            } else if (waiting.admit(message, due)) {
                heartbeat.take(message.id());
            }
        }
    }
}
