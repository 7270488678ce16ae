package io.secplat.runtime;

import java.time.Duration;

/** What the supervisor offers a running worker. */
public interface WorkerContext {

    /** Whether the worker has been asked to end. */
    boolean stopping();

    /** Says that the loop is alive; called at least once a turn. A loop that is silent for long is reported as stuck. */
    void beat();

    /** Waits for that long, or less when the worker is asked to end; true when there is more to do. */
    boolean pause(Duration duration) throws InterruptedException;
}
