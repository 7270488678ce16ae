package io.secplat.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    @Test
    void a_long_line_is_cut_and_a_full_log_takes_no_more() {
        assertThat(LogLines.fitting(List.of("x".repeat(5_000)), 0).get(0)).hasSize(4_000);
        assertThat(LogLines.fitting(List.of("a", "b"), 9_999)).containsExactly("a");
        assertThat(LogLines.fitting(List.of("a"), 10_000)).isEmpty();
    }
}
