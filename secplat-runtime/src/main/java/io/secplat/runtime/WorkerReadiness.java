package io.secplat.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Turns the states of workers into one health check: up when each runs and has said lately that it is alive.
 * One that operators paused or drained is not ready, so that a rolling update waits for it.
 */
public final class WorkerReadiness {

    /** A loop that has been silent for longer than this counts as stuck. */
    public static final Duration STUCK_AFTER = Duration.ofMinutes(2);

    private WorkerReadiness() {}

    public static HealthCheckResponse of(String name, List<WorkerState> states, Instant now) {
        HealthCheckResponseBuilder check = HealthCheckResponse.named(name);
        describe(check, states, now);
        return check.status(states.stream().allMatch(state -> isWell(state, now)))
                .build();
    }

    /** Tells of each worker how it does, and leaves the status to others. */
    public static void describe(HealthCheckResponseBuilder check, List<WorkerState> states, Instant now) {
        states.forEach(state -> check.withData(state.name(), describe(state, now)));
    }

    static boolean isWell(WorkerState state, Instant now) {
        return state.mode() == LoopMode.RUN
                && state.running()
                && silence(state, now).compareTo(STUCK_AFTER) < 0;
    }

    private static String describe(WorkerState state, Instant now) {
        String error = state.lastError() == null ? "" : ", last error " + state.lastError();
        return state.word() + ", last beat " + silence(state, now).toSeconds() + " s ago, " + state.restarts()
                + " restarts" + error;
    }

    private static Duration silence(WorkerState state, Instant now) {
        return Duration.between(state.lastBeat(), now);
    }
}
