package io.secplat.workers.notify.pipeline.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Before the entrance to one recipient. Where it takes only so many a second they queue, and each comes again about when its turn is.
 * Where its channel has no room, nobody knows when there will be some: one tries at a time, the others look again, in no order, and
 * once there is room whoever comes goes on. Not thread-safe.
 */
final class Doorway {

    /** So many from the head of the queue may ask for a token, since they come again at about the same time. */
    private static final int HEAD = 16;

    private static final Duration SHORTEST = Duration.ofMillis(20);

    private final TicketQueue queue = new TicketQueue();
    private final Room room = new Room();

    /** Empty for whoever may go on, as far as this doorway knows. Changes nothing for somebody who may. */
    Optional<Duration> look(String letter, double perSecond, Instant now) {
        if (!room.rest(now).isZero()) {
            return Optional.of(noRoom(letter, perSecond, now));
        }
        return queue.holds(letter, now) && queue.place(letter, now) >= HEAD
                ? Optional.of(noToken(letter, perSecond, Duration.ZERO, now))
                : Optional.empty();
    }

    /** Empty for whoever may ask for a token now. A letter that finds no queue makes none. */
    Optional<Duration> arrive(String letter, double perSecond, Instant now) {
        if (!room.rest(now).isZero()) {
            return Optional.of(noRoom(letter, perSecond, now));
        }
        if (!queue.isEmpty(now) && queue.place(letter, now) >= HEAD) {
            return Optional.of(noToken(letter, perSecond, Duration.ZERO, now));
        }
        room.tried(now);
        return Optional.empty();
    }

    /** It got a token. */
    void leave(String letter) {
        queue.leave(letter);
    }

    /** It got no token, or comes before its turn; the recipient takes nothing for that rest. When to come again. */
    Duration noToken(String letter, double perSecond, Duration rest, Instant now) {
        Duration turn = Duration.ofNanos(Math.round((queue.place(letter, now) + 1) * 1e9 / perSecond));
        Duration wait = rest.plus(turn.compareTo(SHORTEST) < 0 ? SHORTEST : turn);
        queue.due(letter, now.plus(wait));
        return wait;
    }

    /** It found no room for its call; somebody may try again after that pause. When to come again. */
    Duration full(String letter, double perSecond, Duration pause, Instant now) {
        room.full(now, pause);
        return noRoom(letter, perSecond, now);
    }

    /** A call came to its end. */
    void free() {
        room.free();
    }

    /** Whoever has a place in the queue keeps it. */
    private Duration noRoom(String letter, double perSecond, Instant now) {
        return queue.holds(letter, now) ? noToken(letter, perSecond, room.rest(now), now) : room.untilLook(now);
    }
}
