package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerReadinessTest {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");

    private final Since since = new Since();

    @Test
    void a_running_worker_that_spoke_lately_is_well() {
        assertThat(WorkerReadiness.isWell(state(true, NOW.minusSeconds(5)), NOW))
                .isTrue();
    }

    @Test
    void a_worker_that_waits_to_be_started_again_is_not_well() {
        assertThat(WorkerReadiness.isWell(state(false, NOW), NOW)).isFalse();
    }

    @Test
    void a_worker_that_has_been_silent_for_too_long_is_stuck() {
        assertThat(WorkerReadiness.isWell(state(true, NOW.minus(WorkerReadiness.STUCK_AFTER)), NOW))
                .isFalse();
    }

    @Test
    void all_together_are_well_when_each_is() {
        assertThat(verdict(true, state(true, NOW), state(true, NOW)))
                .isEqualTo(new Verdict(true, false, "2 loops run", NOW, null));
    }

    @Test
    void one_that_does_not_run_takes_a_server_that_needs_it_out_of_service_and_tells_its_own_error() {
        WorkerState failed = new WorkerState(Role.DERIVER, "posture-timer", false, NOW, 3, "IOException");
        WorkerState before = new WorkerState(Role.DERIVER, "derivers", true, NOW, 1, "TimeoutException");

        assertThat(verdict(true, before, failed))
                .isEqualTo(new Verdict(false, true, "1 of 2 loops do not run or are silent", NOW, "IOException"));
        assertThat(verdict(false, before, failed).up()).isTrue();
    }

    @Test
    void since_is_when_the_state_was_first_seen() {
        Verdict well = verdict(true, state(true, NOW));
        Instant later = NOW.plusSeconds(60);
        Verdict still = WorkerReadiness.verdict(List.of(state(true, later)), true, since, later);
        Verdict ill = WorkerReadiness.verdict(List.of(state(false, later)), true, since, later);

        assertThat(still.since()).isEqualTo(well.since()).isEqualTo(NOW);
        assertThat(ill.since()).isEqualTo(later);
    }

    private Verdict verdict(boolean needed, WorkerState... states) {
        return WorkerReadiness.verdict(List.of(states), needed, since, NOW);
    }

    private static WorkerState state(boolean running, Instant lastBeat) {
        return new WorkerState(Role.DERIVER, "deriver", running, lastBeat, 0, null);
    }
}
