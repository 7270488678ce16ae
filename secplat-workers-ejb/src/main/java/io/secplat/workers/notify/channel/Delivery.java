package io.secplat.workers.notify.channel;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a channel made of a notice, and so what to do next. */
public sealed interface Delivery {

    /**
     * Accepted.
     *
     * @param reference what the channel calls it, such as a Jira issue, or null
     * @param rest how long the channel takes nothing more, if it said so
     */
    record Delivered(@Nullable JsonObject reference, Optional<Duration> rest) implements Delivery {

        public Delivered(@Nullable JsonObject reference) {
            this(reference, Optional.empty());
        }
    }

    /** Refused for now, and surely not accepted; it may go well later, not before that delay if the channel named one. */
    record TryAgain(Optional<Duration> after) implements Delivery {}

    /** The end was not seen: the channel may have accepted it. */
    record Uncertain() implements Delivery {}

    /** Not even asked, to spare a channel that is in trouble; no attempt was made. */
    record Spared(Duration atLeast) implements Delivery {}

    /** The channel refused it and will do so again. */
    record GiveUp() implements Delivery {}
}
