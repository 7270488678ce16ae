package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a kill repeats follows from the pace and the mean time without record. */
class SpansTest {

    private final Spans spans = new Spans();

    @Test
    void at_fifty_a_second_with_two_milliseconds_each_a_tenth_is_without_record() {
        spans.add(Duration.ofMillis(1));
        spans.add(Duration.ofMillis(1));
        spans.add(Duration.ofMillis(4));

        assertThat(spans.repeatsPerKill(50)).isCloseTo(0.1, within(1e-9));
        assertThat(spans.line(50))
                .contains(
                        "3 messages at 50 a second", "p50 1.00 ms, p99 4.00 ms, max 4.00 ms", "repeats 0.100 messages");
    }

    @Test
    void without_messages_nothing_is_known() {
        assertThat(spans.repeatsPerKill(50)).isNaN();
    }
}
