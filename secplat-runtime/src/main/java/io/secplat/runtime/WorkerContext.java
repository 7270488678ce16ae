package io.secplat.runtime;

import java.time.Duration;

/** What the supervisor offers a running worker. */
public interface WorkerContext {

    /** Whether the worker has been asked to end. */
    boolean stopping();

    /** Says that the loop is alive; called at least once a turn. A loop that is silent for long is reported as stuck. */
    void beat();

    /** Whether an operator wants nothing new to be begun; asked by loops that mind it themselves. */
    default boolean paused() {
        return false;
    }

    /** Whether there is more to do; for loops that do not pause between turns. Waits here while the loop is held. */
    default boolean goOn() throws InterruptedException {
        return !stopping();
    }

    /**
     * Waits for that long, or less when the worker is asked to end; true when there is more to do. A loop that operators paused
     * is held here until they resume it, unless it minds that itself.
     */
    boolean pause(Duration duration) throws InterruptedException;
}
