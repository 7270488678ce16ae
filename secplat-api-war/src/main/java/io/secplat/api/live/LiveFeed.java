package io.secplat.api.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The recent past, the same for every API server: about the last ten thousand events in one order. Every method throws
 * CourierUnavailableException when the feed is away.
 */
public interface LiveFeed {

    /** How many events are kept, about. */
    int KEPT = 10_000;

    /** An event in its place. */
    record Entry(Position position, LiveEvent event) {}

    /** Adds the events at the end, in this order. */
    void append(List<LiveEvent> events);

    /** The place of the newest event. A feed that is empty, or lost what it held, begins anew here and has a place. */
    Position end();

    /** At most {@code max} events after that place, oldest first; waits at most that long for the first. */
    List<Entry> after(Position position, int max, Duration wait);

    /**
     * At most {@code max} events after that place, oldest first, without waiting. Empty when the feed does not hold that
     * place any more, so that nobody can say what came after it.
     */
    Optional<List<Entry>> since(Position position, int max);
}
