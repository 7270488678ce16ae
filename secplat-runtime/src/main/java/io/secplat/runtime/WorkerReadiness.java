package io.secplat.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether each loop runs and has said lately that it is alive. One that operators paused or drained does not, so that a rolling update waits
 * for it.
 */
public final class WorkerReadiness {

    /** A loop that has been silent for longer than this counts as stuck. */
    public static final Duration STUCK_AFTER = Duration.ofMinutes(2);

    private WorkerReadiness() {}

    /** All loops together; when they are not needed the server is ready without them. */
    public static Verdict verdict(List<WorkerState> states, boolean needed, Since since, Instant now) {
        List<WorkerState> ill =
                states.stream().filter(state -> !isWell(state, now)).toList();
        boolean well = ill.isEmpty();
        String error = Stream.concat(ill.stream(), states.stream())
                .map(WorkerState::lastError)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Verdict(well || !needed, !well, words(states, ill), since.of(well, now), error);
    }

    /** Each loop by name, in words. */
    public static Map<String, String> each(List<WorkerState> states, Instant now) {
        Map<String, String> each = new LinkedHashMap<>();
        states.forEach(state -> each.put(state.name(), describe(state, now)));
        return each;
    }

    static boolean isWell(WorkerState state, Instant now) {
        return state.mode() == LoopMode.RUN
                && state.running()
                && silence(state, now).compareTo(STUCK_AFTER) < 0;
    }

    private static String words(List<WorkerState> states, List<WorkerState> ill) {
        return ill.isEmpty()
                ? states.size() + " loops run"
                : ill.size() + " of " + states.size() + " loops do not run or are silent";
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
