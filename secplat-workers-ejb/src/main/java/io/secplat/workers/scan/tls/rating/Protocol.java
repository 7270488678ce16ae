package io.secplat.workers.scan.tls.rating;

import java.util.Arrays;
import java.util.Optional;

/** The versions of the protocol, oldest first, with their scores (guide, "Protocol support"). */
public enum Protocol {
    SSL_2("SSL 2.0", 0x0002, 0),
    SSL_3("SSL 3.0", 0x0300, 80),
    TLS_1_0("TLS 1.0", 0x0301, 90),
    TLS_1_1("TLS 1.1", 0x0302, 95),
    TLS_1_2("TLS 1.2", 0x0303, 100),
    TLS_1_3("TLS 1.3", 0x0304, 100);

    private final String title;
    private final int code;
    private final int score;

    Protocol(String title, int code, int score) {
        this.title = title;
        this.code = code;
        this.score = score;
    }

    public static Optional<Protocol> of(int code) {
        return Arrays.stream(values()).filter(version -> version.code == code).findFirst();
    }

    public String title() {
        return title;
    }

    /** As it stands in records. */
    public int code() {
        return code;
    }

    int score() {
        return score;
    }

    public boolean isAtLeast(Protocol other) {
        return compareTo(other) >= 0;
    }
}
