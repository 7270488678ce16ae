package io.secplat.stream;

/**
 * The right to do alone what only one process may do at a time, lent for a short while. Every method throws {@link
 * CourierUnavailableException}.
 */
public interface Baton {

    /** Takes it, or keeps it for another while; false when somebody else has it. */
    boolean take();

    /** Keeps it for another while; false when it is not ours any more, were it nobody's: somebody else may have had it meanwhile. */
    boolean keep();

    /** Gives it back, if it is ours. */
    void giveBack();
}
