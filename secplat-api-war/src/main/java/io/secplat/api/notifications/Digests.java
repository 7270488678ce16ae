package io.secplat.api.notifications;

import io.secplat.contracts.event.SecPlatEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which periods were summed up already, and what was muted in one that was not. */
public interface Digests {

    /** The end of the last period that was summed up; empty before the first. */
    Optional<Instant> last();

    /** Begins to count from then on; nothing happens when somebody has begun. */
    void begin(Instant from);

    /**
     * Sums up what was muted from one time until another and publishes what is said of it, if anything was muted: once, whoever
     * else does the same at that moment. True for whoever did it.
     */
    boolean sumUp(Instant from, Instant until, Function<List<Muted>, SecPlatEvent> words);
}
