package io.secplat.api.outbox;

import java.util.List;
import java.util.Set;

/** Something outside that takes rows of the outbox. */
public interface OutboxTarget {

    /** The lane's name in logs and locks; one lane being away holds up no other. */
    String lane();

    /** The targets that this lane serves. */
    Set<String> names();

    /** Carries the rows out, in this order; throws when the outside does not answer, and then some may be there. */
    void accept(List<OutboxRow> rows);

    /** Called at the start of each turn, a few times a minute at least, before rows are read. */
    default void inspect() {}
}
