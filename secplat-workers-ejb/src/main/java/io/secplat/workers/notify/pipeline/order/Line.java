package io.secplat.workers.notify.pipeline.order;

import io.secplat.stream.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The letters under way about one subject to one channel, in the order of the entries that brought them first. Not thread-safe. */
final class Line {

    /**
     * One in it.
     *
     * @param entryId the entry that brought it first
     * @param at when that was read
     */
    record Spot(String eventId, String entryId, Instant at) {}

    private static final Comparator<Spot> ORDER =
            Comparator.comparing(Spot::entryId, Message.ID_ORDER).thenComparing(Spot::eventId);

    private final Map<String, Spot> spots = new HashMap<>();
    private final TreeSet<Spot> order = new TreeSet<>(ORDER);

    /** Nothing happens when the letter is in it already. */
    void join(Spot spot) {
        if (spots.putIfAbsent(spot.eventId(), spot) == null) {
            boolean unused = order.add(spot);
        }
    }

    void leave(String eventId) {
        Spot spot = spots.remove(eventId);
        if (spot != null) {
            boolean unused = order.remove(spot);
        }
    }

    boolean isEmpty() {
        return spots.isEmpty();
    }

    Optional<Spot> spot(String eventId) {
        return Optional.ofNullable(spots.get(eventId));
    }

    /** Whether somebody in it is before that letter; false for one that is not in it. */
    boolean isBefore(String eventId) {
        return spots.containsKey(eventId) && !order.first().eventId().equals(eventId);
    }

    /** How many are before a letter that is in it; 0 for one that is not. */
    int before(String eventId) {
        return spot(eventId).map(spot -> order.headSet(spot).size()).orElse(0);
    }
}
