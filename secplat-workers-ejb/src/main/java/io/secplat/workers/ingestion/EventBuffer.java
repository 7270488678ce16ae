package io.secplat.workers.ingestion;

import io.secplat.contracts.document.HealthEventDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Events that wait to be written. It never grows beyond its limit: then the oldest are dropped and counted. */
public final class EventBuffer {

    private final int limit;
    private final Deque<HealthEventDocument> waiting = new ArrayDeque<>();
    private long dropped;

    public EventBuffer(int limit) {
        this.limit = limit;
    }

    /** Adds the newest event. */
    public synchronized void add(HealthEventDocument event) {
        waiting.addLast(event);
        if (waiting.size() > limit) {
            waiting.removeFirst();
            dropped++;
        }
    }

    /** Takes out at most that many of the oldest events. */
    public synchronized List<HealthEventDocument> take(int most) {
        List<HealthEventDocument> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            taken.add(waiting.removeFirst());
        }
        return taken;
    }

    /** Puts back what could not be written, before everything else, as far as there is room. */
    public synchronized void giveBack(List<HealthEventDocument> events) {
        int room = Math.min(events.size(), limit - waiting.size());
        dropped += events.size() - room;
        for (int i = events.size() - 1; i >= events.size() - room; i--) {
            waiting.addFirst(events.get(i));
        }
    }

    public synchronized int size() {
        return waiting.size();
    }

    /** Events lost because the buffer was full, since the start. */
    public synchronized long dropped() {
        return dropped;
    }
}
