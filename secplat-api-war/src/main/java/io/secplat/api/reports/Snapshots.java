package io.secplat.api.reports;

import io.secplat.api.request.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored reports. Only so many are kept: saving one removes the oldest beyond that, in the same transaction. */
public interface Snapshots {

    /** Stores what a person asked for, with its audit row. */
    Snapshot save(Report report, Caller caller);

    /** Stores a report unless there is one that is not older than that; replicas take turns. Nobody asked, so nothing is audited. */
    Optional<Snapshot> saveUnlessSince(Report report, Instant since);

    /** At most that many, newest first, below that id. */
    List<Snapshot> page(int limit, Optional<Integer> below);

    Optional<Snapshot> find(int id);

    /** The newest that is older than that. */
    Optional<Snapshot> newestBefore(Instant time);

    /** All that are not older than that, oldest first. */
    List<Snapshot> since(Instant time);
}
