package io.secplat.workers.notify.pipeline.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Before the entrance to one recipient: who waits there, and when each comes again. While the recipient takes only so many a second, that
 * is about when its turn is; while its channel has no room, nobody knows, and even the last in the queue looks often. Not thread-safe.
 */
final class Doorway {

    /** So many from the head of the queue may ask for a token, since they come again at about the same time. */
    private static final int HEAD = 16;

    private static final Duration SHORTEST = Duration.ofMillis(20);

    /** The turns at a channel without room follow each other like this, until a look finds that it has room. */
    private static final int TRIES_PER_SECOND = 64;

    /** So many in the queue of a channel without room look again each second; each of them once a second if they are fewer. */
    private static final int LOOKS_PER_SECOND = 1_000;

    private final TicketQueue queue = new TicketQueue();
    private final Room room = new Room();

    /** Empty for whoever does not stand in the queue or is near its head. */
    Optional<Duration> look(String letter, double perSecond, Instant now) {
        return queue.holds(letter, now) ? early(letter, perSecond, now) : Optional.empty();
    }

    /** Empty for whoever may ask for a token now. A letter that finds no queue makes none. */
    Optional<Duration> arrive(String letter, double perSecond, Instant now) {
        boolean alone = queue.isEmpty(now) && room.rest(now).isZero();
        Optional<Duration> early = alone ? Optional.empty() : early(letter, perSecond, now);
        if (early.isEmpty()) {
            room.tried(now);
        }
        return early;
    }

    private Optional<Duration> early(String letter, double perSecond, Instant now) {
        if (!room.rest(now).isZero()) {
            return Optional.of(noRoom(letter, now));
        }
        return queue.place(letter, now) < HEAD
                ? Optional.empty()
                : Optional.of(noToken(letter, perSecond, Duration.ZERO, now));
    }

    /** It got a token. */
    void leave(String letter) {
        queue.leave(letter);
    }

    /** It got no token, or comes before its turn; the recipient takes nothing for that rest. When to come again. */
    Duration noToken(String letter, double perSecond, Duration rest, Instant now) {
        Duration turn = turn(queue.place(letter, now), perSecond);
        Duration wait = rest.plus(turn.compareTo(SHORTEST) < 0 ? SHORTEST : turn);
        queue.due(letter, now.plus(wait));
        return wait;
    }

    /** It found no room for its call, and is the next to try after that pause. When to come again. */
    Duration full(String letter, Duration pause, Instant now) {
        room.full(now, pause);
        queue.first(letter, now);
        return noRoom(letter, now);
    }

    /** A call came to its end. */
    void free() {
        room.free();
    }

    private Duration noRoom(String letter, Instant now) {
        Duration turn = room.rest(now).plus(turn(queue.place(letter, now), TRIES_PER_SECOND));
        Duration longest = turn(Math.max(queue.size(now), LOOKS_PER_SECOND) - 1L, LOOKS_PER_SECOND);
        Duration wait = turn.compareTo(longest) < 0 ? turn : longest;
        queue.due(letter, now.plus(wait));
        return wait;
    }

    private static Duration turn(long place, double perSecond) {
        return Duration.ofNanos(Math.round((place + 1) * 1e9 / perSecond));
    }
}
