package io.secplat.api.outbox;

/** Lets one relay of a lane work at a time, over all servers. */
@FunctionalInterface
public interface RelayTurn {

    /** Does the work if nobody else holds the lane now; false when somebody does. */
    boolean alone(String lane, Runnable work);
}
