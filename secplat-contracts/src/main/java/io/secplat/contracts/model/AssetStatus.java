package io.secplat.contracts.model;

import java.util.Locale;
import java.util.Optional;

/** The derived health of an asset; the number is what dashboards plot. */
public enum AssetStatus {
    UP(1),
    STALE(0),
    UNKNOWN(-1),
    DOWN(-2);

    private final int number;

    AssetStatus(int number) {
        this.number = number;
    }

    /** 1 up, 0 stale, -1 unknown, -2 down. */
    public int number() {
        return number;
    }

    /** The lower-case name used in JSON, streams and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with that wire name, without regard to case; empty for any other text. */
    public static Optional<AssetStatus> of(String wire) {
        return Wire.find(values(), wire);
    }
}
