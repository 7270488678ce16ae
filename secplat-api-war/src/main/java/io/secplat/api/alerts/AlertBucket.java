package io.secplat.api.alerts;

import java.util.Locale;

/** Where an alert is listed. */
public enum AlertBucket {
    FIRING,
    ACKED,
    SUPPRESSED,
    RESOLVED;

    /** The lower-case name used in JSON and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
