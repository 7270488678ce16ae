package io.secplat.api.inbound;

/** Remembers for 30 days which signed calls were taken, over all servers. */
public interface TakenRequests {

    /** Takes the call with this key; false when it was taken before. */
    boolean take(String key);

    /** The call came to nothing, so the same one may come again. */
    void giveBack(String key);

    /** Does the work once for a key; what it throws gives the call back. False when it was done before. */
    default boolean once(String key, Runnable work) {
        if (!take(key)) {
            return false;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            giveBack(key);
            throw e;
        }
        return true;
    }
}
