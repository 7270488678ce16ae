package io.secplat.workers.notify.pipeline.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Who waits for one recipient, in the order of arrival. Whoever does not come when due loses the place. */
public final class TicketQueue {

    public static final Duration GRACE = Duration.ofSeconds(5);

    private record Waiter(String letter, Instant due) {}

    private final TreeMap<Long, Waiter> waiting = new TreeMap<>();
    private final Map<String, Long> tickets = new HashMap<>();
    private long next;

    public boolean isEmpty(Instant now) {
        prune(now);
        return waiting.isEmpty();
    }

    public boolean holds(String letter, Instant now) {
        prune(now);
        return tickets.containsKey(letter);
    }

    /** How many are before it; it gets a place at the end when it has none. */
    public long place(String letter, Instant now) {
        prune(now);
        long ticket = tickets.computeIfAbsent(letter, none -> next++);
        Waiter unused = waiting.putIfAbsent(ticket, new Waiter(letter, now));
        return ticket - waiting.firstKey();
    }

    /** It comes again then. */
    public void due(String letter, Instant when) {
        Long ticket = tickets.get(letter);
        if (ticket != null) {
            waiting.put(ticket, new Waiter(letter, when));
        }
    }

    public void leave(String letter) {
        Long ticket = tickets.remove(letter);
        if (ticket != null) {
            Waiter unused = waiting.remove(ticket);
        }
    }

    private void prune(Instant now) {
        while (!waiting.isEmpty()
                && waiting.firstEntry().getValue().due().plus(GRACE).isBefore(now)) {
            Long unused = tickets.remove(waiting.pollFirstEntry().getValue().letter());
        }
    }
}
