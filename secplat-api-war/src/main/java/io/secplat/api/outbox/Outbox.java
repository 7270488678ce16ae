package io.secplat.api.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What waits to be carried out, as the relay sees it. */
public interface Outbox {

    /** At most {@code max} rows for these targets that no target has accepted yet, lowest id first. */
    List<OutboxRow> waiting(Collection<String> targets, int max);

    /** The target has accepted them. */
    void published(Collection<Long> ids);

    /** The target did not accept them; they stay, with one more attempt counted. */
    void failed(Collection<Long> ids);

    /** The highest id of a row for these targets that was accepted and is still kept; 0 without one. */
    long lastPublished(Collection<String> targets);

    /** Rows that no target has accepted yet. */
    long countWaiting();

    /** The same, with the age of the oldest. */
    OutboxBacklog backlog();

    /** Removes rows that were published longer ago than that; returns how many. */
    int purge(Duration age);
}
