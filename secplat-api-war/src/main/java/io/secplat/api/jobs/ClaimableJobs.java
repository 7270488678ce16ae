package io.secplat.api.jobs;

import java.util.List;
import java.util.Set;

/** Jobs that any worker could claim, and the messages that ask for one. */
public interface ClaimableJobs {

    /** Whether there are some, and every message for a job has left the outbox. */
    boolean waitWithAllSent();

    /** Asks for workers once more, for all of them but these; returns for which. A message too many does no harm. */
    List<Integer> announce(Set<Integer> except);
}
