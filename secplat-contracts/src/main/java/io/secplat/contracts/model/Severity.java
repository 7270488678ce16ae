package io.secplat.contracts.model;

import java.util.Locale;
import java.util.Optional;

/** How bad a finding, incident or notification is; worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO;

    /** The lower-case name used in JSON, streams and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity with that wire name, without regard to case; empty for any other text. */
    public static Optional<Severity> of(String wire) {
        return Wire.find(values(), wire);
    }
}
