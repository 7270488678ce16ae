package io.secplat.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a worker is doing.
 *
 * @param running whether its loop runs now; false while it waits to be started again
 * @param lastBeat when the loop last said that it is alive
 * @param restarts how often it was started again since the server started
 * @param lastError the class of the exception that ended it last, never its text; null when none did
 * @param mode what operators want of it
 */
public record WorkerState(
        Role role,
        String name,
        boolean running,
        Instant lastBeat,
        int restarts,
        @Nullable String lastError,
        LoopMode mode) {

    /** Of a worker that operators let run. */
    public WorkerState(
            Role role, String name, boolean running, Instant lastBeat, int restarts, @Nullable String lastError) {
        this(role, name, running, lastBeat, restarts, lastError, LoopMode.RUN);
    }

    /** In one word or a few: running, waiting to restart, paused, draining, drained. */
    public String word() {
        return switch (mode) {
            case RUN -> running ? "running" : "waiting to restart";
            case PAUSE -> "paused";
            case DRAIN -> running ? "draining" : "drained";
        };
    }
}
