package io.secplat.workers.scan.tls.probe;

import java.io.IOException;
import java.util.Map;

/** The server refused with an alert (RFC 8446, section 6). */
final class AlertException extends IOException {

    private static final long serialVersionUID = 1L;

    /** "That is a needless step down" (RFC 7507). */
    static final int INAPPROPRIATE_FALLBACK = 86;

    private static final Map<Integer, String> NAMES = Map.of(
            0,
            "close_notify",
            40,
            "handshake_failure",
            70,
            "protocol_version",
            71,
            "insufficient_security",
            80,
            "internal_error",
            INAPPROPRIATE_FALLBACK,
            "inappropriate_fallback",
            112,
            "unrecognized_name");

    private final int description;

    AlertException(int description) {
        super("alert " + NAMES.getOrDefault(description, String.valueOf(description)));
        this.description = description;
    }

    int description() {
        return description;
    }
}
