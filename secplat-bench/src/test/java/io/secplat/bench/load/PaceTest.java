package io.secplat.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void a_steady_pace_counts_from_the_time_a_call_was_due_however_late_it_is() {
        Pace pace = Pace.steady(200, 1_000);

        assertThat(pace.due(0, 5_000_000_000L)).isEqualTo(1_000);
        assertThat(pace.due(1, 5_000_000_000L)).isEqualTo(1_000 + 5_000_000);
        assertThat(pace.due(12_000, 0)).isEqualTo(1_000 + 60_000_000_000L);
    }

    @Test
    void a_rate_that_does_not_divide_a_second_does_not_drift() {
        assertThat(Pace.steady(3, 0).due(3_000_000, 0)).isEqualTo(1_000_000_000_000_000L);
    }

    @Test
    void as_fast_as_possible_is_always_now() {
        assertThat(Pace.asFastAsPossible().due(7, 42)).isEqualTo(42);
        assertThatThrownBy(() -> Pace.steady(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
