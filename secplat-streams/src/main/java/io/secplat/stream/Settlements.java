package io.secplat.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Stores what became of entries; what could not be stored is owed and stored later. Safe for several threads. */
final class Settlements {

    private final MessageStream stream;
    private final Consumer<Settlement> settled;
    private final Deque<Settlement> owed = new ArrayDeque<>();

    /** Who is told of each settlement once it is stored. */
    Settlements(MessageStream stream, Consumer<Settlement> settled) {
        this.stream = stream;
        this.settled = settled;
    }

    /** Stores these and what is owed; throws {@link CourierUnavailableException}, and then what is not stored is owed. */
    synchronized void store(List<Settlement> more) {
        owed.addAll(more);
        List<Settlement> plain = owed.stream().filter(Settlement::isPlain).toList();
        if (!plain.isEmpty()) {
            stream.acknowledge(plain.stream().map(Settlement::id).toList());
            plain.forEach(this::done);
        }
        while (!owed.isEmpty()) {
            Settlement next = owed.element();
            stream.divide(next.id(), next.copies(), next.deadLetters());
            done(next);
        }
    }

    private void done(Settlement settlement) {
        owed.remove(settlement);
        settled.accept(settlement);
    }
}
