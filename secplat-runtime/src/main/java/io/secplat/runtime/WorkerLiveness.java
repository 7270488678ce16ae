package io.secplat.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether a server is beyond help and should be started anew: one of its loops runs but has said nothing for far too long. A
 * loop that failed and waits to be started again is alive, and so is a server whose neighbours are away.
 */
public final class WorkerLiveness {

    /** Longer than any loop may lawfully be busy with one thing. */
    public static final Duration HUNG_AFTER = Duration.ofMinutes(45);

    private WorkerLiveness() {}

    public static HealthCheckResponse of(String name, List<WorkerState> states, Instant now) {
        List<String> hung = hung(states, now);
        HealthCheckResponseBuilder check =
                HealthCheckResponse.named(name).withData("loops", states.size()).status(hung.isEmpty());
        return hung.isEmpty()
                ? check.build()
                : check.withData("hung", String.join(", ", hung)).build();
    }

    static List<String> hung(List<WorkerState> states, Instant now) {
        return states.stream()
                .filter(WorkerState::running)
                .filter(state -> Duration.between(state.lastBeat(), now).compareTo(HUNG_AFTER) >= 0)
                .map(WorkerState::name)
                .toList();
    }
}
