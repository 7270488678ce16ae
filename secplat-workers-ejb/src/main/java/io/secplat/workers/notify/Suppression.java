package io.secplat.workers.notify;

/** Why a channel was told nothing. */
public enum Suppression {
    /** The channel accepted the same key within the last seven days. */
    ALREADY_SENT,
    /** None of the channels asked for is configured. */
    NO_ROUTE,
    /** No route of the plan chose the channel. */
    NO_MATCH,
    /** The channel is left in peace at this time of the week, and the notice can wait. */
    QUIET_HOURS
}
