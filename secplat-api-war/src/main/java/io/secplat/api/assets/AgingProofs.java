package io.secplat.api.assets;

import java.time.Instant;

/**
 * Proofs of domains as they grow old. Each call is one transaction with everything that follows from it, and of several
 * servers one makes it at a time: the others find nothing to do.
 */
public interface AgingProofs {

    /** Takes back proofs made by that moment, the oldest first, at most so many; returns how many. */
    int expire(Instant madeBy, int most);

    /** Reminds of proofs made by that moment of which nobody was reminded yet, at most so many; returns how many. */
    int remind(Instant madeBy, int most);
}
