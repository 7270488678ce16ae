package io.secplat.bench.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who is told, named as the notifier's channel is. */
enum Service {
    SLACK,
    JIRA,
    SMS;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Service> of(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }
}
