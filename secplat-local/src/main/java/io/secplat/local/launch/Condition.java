package io.secplat.local.launch;

/** How a part is. */
public enum Condition {
    /** Runs and does its work. */
    READY,
    /** Runs, and does not (yet) do its work. */
    NOT_READY,
    /** Was not started, or was stopped. */
    STOPPED,
    /** Was started and ended without being stopped. */
    DIED;

    String text() {
        return switch (this) {
            case READY -> "ready";
            case NOT_READY -> "not ready";
            case STOPPED -> "stopped";
            case DIED -> "died";
        };
    }
}
