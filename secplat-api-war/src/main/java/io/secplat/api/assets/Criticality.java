package io.secplat.api.assets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much depends on an asset. */
public enum Criticality {
    HIGH,
    MEDIUM,
    LOW;

    static final String EXPECTED = "high, medium or low";

    /** The lower-case name used in JSON and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Criticality> of(String wire) {
        return Arrays.stream(values())
                .filter(value -> value.wire().equals(wire))
                .findFirst();
    }
}
