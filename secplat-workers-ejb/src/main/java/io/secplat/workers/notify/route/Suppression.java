package io.secplat.workers.notify.route;

import java.util.Locale;

/** Why a channel was told nothing. */
public enum Suppression {
    /** The channel accepted the same key within the last seven days. */
    ALREADY_SENT,
    /** No route of the plan chose the channel. */
    NO_MATCH,
    /** The channel is left in peace at this time of the week, and the notice can wait. */
    QUIET_HOURS,
    /** It tells the end of something whose beginning was kept from the channel. */
    MUTED;

    /** The reason in delivery records, for example {@code quiet_hours}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
