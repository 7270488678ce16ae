package io.secplat.workers.notify.pipeline.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a channel's room for one more call. After it had none, one letter at a time tries, so that a service in trouble does
 * not keep hundreds busy with it; one call that came to an end opens it to all. Not thread-safe.
 */
final class Room {

    private Duration pause = Duration.ZERO;
    private Instant next = Instant.MIN;

    /** There was none; somebody may try again after that pause. */
    void full(Instant now, Duration pause) {
        this.pause = pause;
        this.next = now.plus(pause);
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
}
