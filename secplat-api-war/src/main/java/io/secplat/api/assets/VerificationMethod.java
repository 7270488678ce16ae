package io.secplat.api.assets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a domain is proven. */
public enum VerificationMethod {
    WELL_KNOWN,
    DNS_TXT;

    static final String EXPECTED = "well_known or dns_txt";

    /** The lower-case name used in JSON and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<VerificationMethod> of(String wire) {
        return Arrays.stream(values())
                .filter(method -> method.wire().equals(wire))
                .findFirst();
    }
}
