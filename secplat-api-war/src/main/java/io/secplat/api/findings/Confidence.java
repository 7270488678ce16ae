package io.secplat.api.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sure the reporter is. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    /** The lower-case name used in JSON and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The confidence with that wire name; empty for any other text. */
    public static Optional<Confidence> of(String wire) {
        return Arrays.stream(values())
                .filter(value -> value.wire().equals(wire))
                .findFirst();
    }
}
