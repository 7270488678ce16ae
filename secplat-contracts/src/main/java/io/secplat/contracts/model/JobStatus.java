package io.secplat.contracts.model;

import java.util.Locale;
import java.util.Optional;

/** The state of a scan job. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** The lower-case name used in JSON, streams and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant with that wire name, without regard to case; empty for any other text. */
    public static Optional<JobStatus> of(String wire) {
        return Wire.find(values(), wire);
    }
}
