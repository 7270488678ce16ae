package io.secplat.bench.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who is told. */
enum Service {
    SLACK,
    JIRA,
    SMS,
    /** The notifier's channel slack, by an incoming webhook. */
    WEBHOOK;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the notifier calls the channel. */
    String channel() {
        return (this == WEBHOOK ? SLACK : this).wire();
    }

    static Optional<Service> of(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }
}
