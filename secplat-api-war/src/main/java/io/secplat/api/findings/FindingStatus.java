package io.secplat.api.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a finding stands. */
public enum FindingStatus {
    OPEN,
    IN_PROGRESS,
    REMEDIATED,
    ACCEPTED_RISK;

    /** The lower-case name used in JSON and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with that wire name; empty for any other text. */
    public static Optional<FindingStatus> of(String wire) {
        return Arrays.stream(values())
                .filter(value -> value.wire().equals(wire))
                .findFirst();
    }
}
