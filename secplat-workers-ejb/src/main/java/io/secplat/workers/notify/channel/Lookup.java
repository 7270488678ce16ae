package io.secplat.workers.notify.channel;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a channel knows of an attempt whose end nobody saw. */
public sealed interface Lookup {

    /** It was accepted; the reference is as in {@link Delivery.Delivered}. */
    record Found(@Nullable JsonObject reference) implements Lookup {}

    /** It was not accepted, and will not be any more. */
    record Absent() implements Lookup {}

    /** The channel has no way to tell. */
    record Unknowable() implements Lookup {}

    /**
     * The channel can tell, but not now.
     *
     * @param after not before that delay, if one is known
     * @param wish whether that is what the service asked for, so that nothing may be sent to it meanwhile
     */
    record Later(Optional<Duration> after, boolean wish) implements Lookup {

        public Later(Optional<Duration> after) {
            this(after, false);
        }

        /** After an answer that may name a delay. */
        public static Later answered(Optional<Duration> wish) {
            return new Later(wish, wish.isPresent());
        }
    }
}
