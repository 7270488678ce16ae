package io.secplat.workers.notify.pipeline;

import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.route.Suppression;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a letter on one channel. */
public sealed interface Fate {

    /**
     * The channel accepted it just now.
     *
     * @param rest how long the channel takes nothing more, if it said so
     */
    record Accepted(Acceptance acceptance, Optional<Duration> rest) implements Fate {

        public Accepted(Acceptance acceptance) {
            this(acceptance, Optional.empty());
        }
    }

    /**
     * The channel is not told.
     *
     * @param earlier its acceptance of the same key, if it had one
     */
    record Silent(Suppression why, Optional<Acceptance> earlier) implements Fate {

        /** The acceptance of this very letter: it was told before its entry was settled. */
        public Optional<Acceptance> own(Letter letter) {
            return earlier.filter(acceptance -> acceptance.eventId().equals(letter.eventId()));
        }
    }

    /** It was tried and will be tried again. */
    record Delayed(Optional<Duration> after) implements Fate {}

    /**
     * It was not tried, since its turn comes later.
     *
     * @param aside whether others about the same go on meanwhile
     */
    record Waiting(Duration delay, boolean aside) implements Fate {

        public Waiting(Duration delay) {
            this(delay, false);
        }
    }

    /** It was not tried, since its channel has no room for one more call. */
    record Spared(Duration atLeast) implements Fate {}

    /**
     * It will not be tried again.
     *
     * @param retryable whether only the budget ended it
     * @param group the event id of the message that was to tell it together with others, or null
     * @param rest how long the channel takes nothing more, if it said so
     */
    record Failed(String reason, boolean retryable, @Nullable String group, Optional<Duration> rest) implements Fate {

        public Failed(String reason, boolean retryable, @Nullable String group) {
            this(reason, retryable, group, Optional.empty());
        }
    }

    /** Whether nothing more happens to the letter on this channel. */
    default boolean isFinal() {
        return !(this instanceof Delayed) && !(this instanceof Waiting) && !(this instanceof Spared);
    }
}
