package io.secplat.contracts.event;

import java.util.Arrays;
import java.util.Optional;

/** The five streams, and above which backlog each raises an alarm. */
public enum StreamName {
    SCAN("secplat.jobs.scan", 100_000),
    DERIVE("secplat.jobs.derive", 10_000),
    CORRELATION("secplat.events.correlation", 50_000),
    NOTIFY("secplat.events.notify", 10_000),
    DELIVERY("secplat.events.delivery", 50_000);

    private final String wire;
    private final int backlogAlarm;

    StreamName(String wire, int backlogAlarm) {
        this.wire = wire;
        this.backlogAlarm = backlogAlarm;
    }

    /** The Redis key. */
    public String wire() {
        return wire;
    }

    /** The Redis key of this stream's dead letters. */
    public String deadLetters() {
        return wire + ".dlq";
    }

    /** Entries waiting (lag and pending) above which health and metrics raise an alarm. */
    public int backlogAlarm() {
        return backlogAlarm;
    }

    /** The stream with that Redis key. */
    public static Optional<StreamName> of(String wire) {
        return Arrays.stream(values()).filter(name -> name.wire.equals(wire)).findFirst();
    }
}
