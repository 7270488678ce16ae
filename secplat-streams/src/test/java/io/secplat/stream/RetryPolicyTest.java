package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private final RetryPolicy policy = RetryPolicy.DEFAULT;
    private final RandomGenerator smallest = () -> 0L;
    private final RandomGenerator largest = () -> -1L;

    @Test
    void the_delay_doubles_up_to_the_maximum() {
        assertThat(policy.delay(1, largest)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.delay(2, largest)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.delay(5, largest)).isEqualTo(Duration.ofSeconds(16));
        assertThat(policy.delay(7, largest)).isEqualTo(Duration.ofSeconds(60));
        assertThat(policy.delay(1000, largest)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void the_delay_is_never_below_half() {
        assertThat(policy.delay(3, smallest)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void delays_differ() {
        Random random = new Random(7);
        assertThat(policy.delay(6, random)).isNotEqualTo(policy.delay(6, random));
    }

    @Test
    void the_longer_of_both_is_waited() {
        assertThat(policy.delay(1, Optional.of(Duration.ofSeconds(30)), largest))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.delay(7, Optional.of(Duration.ofSeconds(3)), largest)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void nobody_makes_us_wait_longer_than_an_hour() {
        assertThat(policy.delay(1, Optional.of(Duration.ofDays(2)), largest)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void five_retries_spend_the_budget() {
        assertThat(policy.spent(4)).isFalse();
        assertThat(policy.spent(5)).isTrue();
    }

    @Test
    void retry_after_is_seconds_or_a_date() {
        Instant now = Instant.parse("2026-05-04T07:20:00Z");
        assertThat(RetryAfter.parse("3", now)).contains(Duration.ofSeconds(3));
        assertThat(RetryAfter.parse("Mon, 04 May 2026 07:20:30 GMT", now)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Mon, 04 May 2026 07:19:30 GMT", now)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("99999999999999999999", now)).contains(Duration.ofHours(1));
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
        assertThat(RetryAfter.parse(null, now)).isEmpty();
    }
}
