package io.secplat.workers.notify.pipeline;

import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.route.Suppression;
import java.time.Duration;
import java.util.Optional;

/** What became of a letter on one channel. */
public sealed interface Fate {

    /** The channel accepted it just now. */
    record Accepted(Acceptance acceptance) implements Fate {}

    /**
     * The channel is not told.
     *
     * @param earlier its acceptance of the same key, if it had one
     */
    record Silent(Suppression why, Optional<Acceptance> earlier) implements Fate {

        /** The acceptance of this very letter: it was told before its entry was settled. */
        Optional<Acceptance> own(Letter letter) {
            return earlier.filter(acceptance -> acceptance.eventId().equals(letter.eventId()));
        }
    }

    /** It was tried and will be tried again. */
    record Delayed(Optional<Duration> after) implements Fate {}

    /** It was not tried, since its turn comes later. */
    record Waiting(Duration delay) implements Fate {}

    /** It will not be tried again; retryable tells whether only the budget ended it. */
    record Failed(String reason, boolean retryable) implements Fate {}

    /** Whether nothing more happens to the letter on this channel. */
    default boolean isFinal() {
        return !(this instanceof Delayed) && !(this instanceof Waiting);
    }
}
