package io.secplat.api.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Something outside that takes rows of the outbox. */
public interface OutboxTarget {

    /** Nobody notices it. */
    Duration SHORT_REST = Duration.ofMillis(5);

    /** Where a person would not notice it. */
    Duration LONG_REST = Duration.ofMillis(50);

    /** The lane's name in logs and locks; one lane being away holds up no other. */
    String lane();

    /** The targets that this lane serves. */
    Set<String> names();

    /** Carries the rows out, in this order; throws when the outside does not answer, and then some may be there. */
    void accept(List<OutboxRow> rows);

    /** How long a row may wait for others to be carried with it, when there was a turn just before. */
    default Duration rest() {
        return SHORT_REST;
    }

    /** Called at the start of each turn, a few times a minute at least, before rows are read. */
    default void inspect() {}
}
