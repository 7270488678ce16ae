package io.secplat.api.health;

import java.util.Locale;

/** What a check of a dependency found. */
public enum DependencyState {
    OK,
    UNAVAILABLE,
    TIMEOUT;

    /** The lower-case name used in JSON. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
