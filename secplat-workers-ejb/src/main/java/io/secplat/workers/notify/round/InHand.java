package io.secplat.workers.notify.round;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rounds of the letters that were read and are not at their end, by their entries; so many at most. Safe for several threads. */
final class InHand {

    private final int most;
    private final Map<String, Round> rounds = new ConcurrentHashMap<>();

    InHand(int most) {
        this.most = most;
    }

    void clear() {
        rounds.clear();
    }

    /** The round of the letter that this entry carries; a new one when it was not in hand. */
    Round of(String entryId) {
        return rounds.computeIfAbsent(entryId, none -> new Round());
    }

    void end(String entryId) {
        rounds.remove(entryId);
    }

    int room() {
        return Math.max(0, most - rounds.size());
    }
}
