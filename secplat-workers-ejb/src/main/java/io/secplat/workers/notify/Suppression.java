package io.secplat.workers.notify;

/** Why a channel was told nothing. */
public enum Suppression {
    /** The channel accepted the same key within the last seven days. */
    ALREADY_SENT,
    /** None of the channels asked for is configured. */
    NO_ROUTE
}
