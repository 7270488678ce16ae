package io.secplat.runtime;

/** What operators want of a loop. */
public enum LoopMode {
    /** It works. */
    RUN,
    /** It finishes what it works on, begins nothing new, and keeps what waits in its hands. */
    PAUSE,
    /** It finishes what it works on and lets go of the rest. */
    DRAIN
}
