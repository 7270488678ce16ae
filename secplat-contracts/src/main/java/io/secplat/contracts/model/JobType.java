package io.secplat.contracts.model;

import java.util.Locale;
import java.util.Optional;

/** What a scan job does. */
public enum JobType {
    WEB_EXPOSURE,
    TLS_HEADERS,
    HEALTH_HTTP;

    /** The lower-case name used in JSON, streams and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant with that wire name, without regard to case; empty for any other text. */
    public static Optional<JobType> of(String wire) {
        return Wire.find(values(), wire);
    }
}
