package io.secplat.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void one_disturbed_round_changes_nothing() {
        assertThat(Medians.of(List.of(100.0, 3.0, 102.0))).isEqualTo(100);
        assertThat(Medians.of(List.of(100.0, 102.0))).isEqualTo(101);
        assertThat(Medians.of(List.of())).isNaN();
    }

    @Test
    void a_ratio_is_taken_within_each_round() {
        assertThat(Medians.ofRatios(List.of(50.0, 10.0, 60.0), List.of(100.0, 20.0, 100.0)))
                .isEqualTo(0.5);
        assertThatThrownBy(() -> Medians.ofRatios(List.of(1.0), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
