package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerLivenessTest {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");

    @Test
    void a_loop_that_is_busy_for_long_is_alive() {
        assertThat(WorkerLiveness.hung(List.of(state(true, Duration.ofMinutes(30))), NOW))
                .isEmpty();
    }

    @Test
    void a_loop_that_waits_to_be_started_again_is_alive() {
        assertThat(WorkerLiveness.hung(List.of(state(false, Duration.ofHours(5))), NOW))
                .isEmpty();
    }

    @Test
    void a_running_loop_that_has_been_silent_for_too_long_is_named() {
        assertThat(WorkerLiveness.verdict(List.of(state(true, WorkerLiveness.HUNG_AFTER)), new Since(), NOW))
                .isEqualTo(new Verdict(false, false, "hung: deriver", NOW, null));
    }

    private static WorkerState state(boolean running, Duration silence) {
        return new WorkerState(Role.DERIVER, "deriver", running, NOW.minus(silence), 0, null);
    }
}
