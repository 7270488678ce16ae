package io.secplat.workers.notify.pipeline.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a channel's room for one more call. After it had none, one letter at a time tries and the others look again later, so
 * that a service in trouble does not keep hundreds busy with it; one call that came to its end opens it to all. Not thread-safe.
 */
final class Room {

    /**
     * Those that wait look again one after the other, this far apart: 250 a second, however many there are. Each look reads the letter anew,
     * and a thousand a second doubled the collections of young objects. It is also how many go through at first when there is room again.
     */
    private static final Duration APART = Duration.ofMillis(4);

    private Duration pause = Duration.ZERO;
    private Instant next = Instant.MIN;
    private Instant lastLook = Instant.MIN;

    /** There was none; somebody may try again after that pause. */
    void full(Instant now, Duration time) {
        pause = time;
        next = now.plus(time);
    }

    void free() {
        pause = Duration.ZERO;
        next = Instant.MIN;
    }

    /** How long nobody need try; zero when somebody may. */
    Duration rest(Instant now) {
        return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
    }

    /** Somebody tries now; until it is known what came of it, nobody else does before another pause is over. */
    void tried(Instant now) {
        next = now.plus(pause);
    }

    /** When one that may not try looks again. */
    Duration untilLook(Instant now) {
        Instant soonest = now.plus(rest(now));
        Instant turn = lastLook.plus(APART);
        lastLook = turn.isAfter(soonest) ? turn : soonest;
        return Duration.between(now, lastLook);
    }
}
