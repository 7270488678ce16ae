package io.secplat.contracts.model;

import java.util.Locale;
import java.util.Optional;

/** Why a check failed, as written into a health event. */
public enum ProbeError {
    TIMEOUT,
    CONNECTION_REFUSED,
    DNS_ERROR,
    TLS_ERROR,
    HTTP_STATUS,
    BODY_MISMATCH;

    /** The lower-case name used in JSON, streams and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant with that wire name, without regard to case; empty for any other text. */
    public static Optional<ProbeError> of(String wire) {
        return Wire.find(values(), wire);
    }
}
