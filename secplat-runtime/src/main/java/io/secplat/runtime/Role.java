package io.secplat.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one server does; a server has one role, or all of them in a small installation. */
public enum Role {
    API,
    INGESTION,
    DERIVER,
    SCAN_WORKERS,
    CORRELATOR,
    NOTIFIER;

    /** The name used in configuration, logs and health checks, for example {@code scan-workers}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with that name. */
    public static Optional<Role> of(String wire) {
        return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
    }
}
