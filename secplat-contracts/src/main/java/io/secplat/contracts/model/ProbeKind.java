package io.secplat.contracts.model;

import java.util.Locale;
import java.util.Optional;

/** How an asset is probed. */
public enum ProbeKind {
    HTTP,
    TCP,
    TLS;

    /** The lower-case name used in JSON, streams and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant with that wire name, without regard to case; empty for any other text. */
    public static Optional<ProbeKind> of(String wire) {
        return Wire.find(values(), wire);
    }
}
