package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkerReadinessTest {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");

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

    private static WorkerState state(boolean running, Instant lastBeat) {
        return new WorkerState(Role.DERIVER, "deriver", running, lastBeat, 0, null);
    }
}
