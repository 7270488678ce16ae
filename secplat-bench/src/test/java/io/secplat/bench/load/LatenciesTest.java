package io.secplat.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void those_of_two_are_as_those_of_one() {
        Latencies one = new Latencies();
        Latencies other = new Latencies();
        one.add(3_000_000);
        other.add(1_000_000);
        other.add(2_000_000);

        one.addAll(other);

        assertThat(one.count()).isEqualTo(3);
        assertThat(one.percentile(50)).isEqualTo(2.0);
        assertThat(other.count()).isEqualTo(2);
    }

    @Test
    void a_percentile_is_a_latency_that_was_seen() {
        for (int millis = 100; millis >= 1; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.percentile(50)).isEqualTo(50);
        assertThat(latencies.percentile(99)).isEqualTo(99);
        assertThat(latencies.percentile(99.5)).isEqualTo(100);
        assertThat(latencies.percentile(100)).isEqualTo(100);
        latencies.add(500_000L);
        assertThat(latencies.percentile(0.1)).isEqualTo(0.5);
    }

    @Test
    void it_holds_more_than_it_began_with() {
        for (int n = 0; n < 200_000; n++) {
            latencies.add(n);
        }

        assertThat(latencies.count()).isEqualTo(200_000);
        assertThat(latencies.percentile(100)).isEqualTo(0.199999);
    }

    @Test
    void without_any_there_is_no_percentile() {
        assertThat(latencies.percentile(50)).isNaN();
        assertThatThrownBy(() -> latencies.percentile(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
