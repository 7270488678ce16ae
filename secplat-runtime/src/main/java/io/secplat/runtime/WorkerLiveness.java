package io.secplat.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Whether a server is beyond help and should be started anew: one of its loops runs but has said nothing for far too long. A
 * loop that failed and waits to be started again is alive, and so is a server whose neighbours are away.
 */
public final class WorkerLiveness {

    /** Longer than any loop may lawfully be busy with one thing. */
    public static final Duration HUNG_AFTER = Duration.ofMinutes(45);

    private WorkerLiveness() {}

    public static Verdict verdict(List<WorkerState> states, Since since, Instant now) {
        List<WorkerState> hung = hung(states, now);
        boolean alive = hung.isEmpty();
        String what = alive
                ? "none of " + states.size() + " loops hangs"
                : "hung: "
                        + String.join(", ", hung.stream().map(WorkerState::name).toList());
        String error = states.stream()
                .map(WorkerState::lastError)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Verdict(alive, false, what, since.of(alive, now), error);
    }

    static List<WorkerState> hung(List<WorkerState> states, Instant now) {
        return states.stream()
                .filter(WorkerState::running)
                .filter(state -> Duration.between(state.lastBeat(), now).compareTo(HUNG_AFTER) >= 0)
                .toList();
    }
}
