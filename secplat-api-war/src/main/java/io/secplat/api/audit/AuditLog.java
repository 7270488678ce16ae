package io.secplat.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The audit for people. */
public interface AuditLog {

    /** Which rows are wanted; {@code since} that time, included. */
    record Filter(Optional<String> user, Optional<String> action, Optional<Instant> since) {}

    /** A place in the list. */
    record Place(Instant at, long id) {}

    /** One row. */
    record Listed(long id, Instant at, AuditEntry entry) {}

    /** Newest first, after that place. */
    List<Listed> page(Filter filter, int limit, Optional<Place> after);

    /** Every action that any row has, in alphabetical order. */
    List<String> actions();
}
