package io.secplat.local.process;

import java.io.IOException;
import java.time.Duration;

/** Something that can run as a process of its own and listens on one loopback port. */
public interface Program {

    /** The short name people type, for instance {@code redis}. */
    String name();

    int port();

    /** Lays out what the process needs on disk and answers the command that starts it; may be repeated. */
    Command prepare() throws IOException, InterruptedException;

    /** Whether it does its work; false while it is away or starting. Answers within about two seconds. */
    boolean isReady();

    /** The signal that asks it to end, as the kill command names it. */
    default String politeSignal() {
        return "TERM";
    }

    /** How long a polite stop may take before the process is killed. */
    default Duration patience() {
        return Duration.ofSeconds(20);
    }
}
