package io.secplat.workers.notify.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to reach people: those that the contract names, and text messages. */
public enum ChannelName {
    SLACK,
    WHATSAPP,
    JIRA,
    SMS;

    /** The name in messages, dead letters and delivery records, for example {@code slack}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel with that name; empty for any other text. */
    public static Optional<ChannelName> of(String wire) {
        return Arrays.stream(values()).filter(name -> name.wire().equals(wire)).findFirst();
    }
}
