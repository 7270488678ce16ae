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

    /** Begins to count from then on, without what is stored already; nothing happens when somebody has begun. */
    void begin(Instant from);

    /**
     * Sums up what was muted and stored before that time, and in no period before, and publishes what is said of it, if anything
     * was: once, whoever else does the same at that moment. True for whoever did it. What a transaction stores that is not over
     * yet is summed up the next time, so nothing is left out and nothing is told twice.
     */
    boolean sumUp(Instant until, Function<List<Muted>, SecPlatEvent> words);
}
