package io.secplat.api.assets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an asset is; only an {@link #EXTERNAL_WEB} can be verified and scanned. */
public enum AssetType {
    USER,
    HOST,
    EXTERNAL_WEB,
    APP;

    static final String EXPECTED = "user, host, external_web or app";

    /** The lower-case name used in JSON and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AssetType> of(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire().equals(wire)).findFirst();
    }
}
