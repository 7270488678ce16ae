package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.MovingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final MovingClock clock = new MovingClock();
    private final LoginThrottle throttle = new LoginThrottle(5, 20, clock);

    @Test
    void the_sixth_try_after_five_failures_waits_for_the_first_to_grow_old() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.begin("mira", "10.0.0.1")).isEmpty();
            clock.advance(Duration.ofSeconds(2));
        }
        assertThat(throttle.begin("mira", "10.0.0.2")).contains(Duration.ofSeconds(50));
        clock.advance(Duration.ofSeconds(50));
        assertThat(throttle.begin("mira", "10.0.0.2")).isEmpty();
    }

    @Test
    void tries_that_succeed_do_not_count() {
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.begin("mira", "10.0.0.1")).isEmpty();
            throttle.succeeded("mira", "10.0.0.1");
        }
    }

    @Test
    void an_address_that_tries_many_names_is_throttled_too() {
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.begin("user" + i, "10.0.0.1")).isEmpty();
        }
        assertThat(throttle.begin("another", "10.0.0.1")).isPresent();
        assertThat(throttle.begin("another", "10.0.0.9")).isEmpty();
    }

    @Test
    void a_flood_of_made_up_names_neither_fills_the_memory_nor_hides_the_newest() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(throttle.begin("user" + i, "10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255)))
                    .isEmpty();
        }
        assertThat(throttle.size()).isEqualTo(LoginThrottle.MOST_KEYS);
        for (int i = 0; i < 4; i++) {
            assertThat(throttle.begin("user99999", "10.9.9.9")).isEmpty();
        }
        assertThat(throttle.begin("user99999", "10.9.9.9")).isPresent();
    }

    @Test
    void what_is_older_than_a_minute_is_forgotten() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(throttle.begin("user" + i, "10.0." + i + ".1")).isEmpty();
        }
        clock.advance(Duration.ofSeconds(61));
        assertThat(throttle.begin("mira", "10.0.0.1")).isEmpty();
        assertThat(throttle.size()).isEqualTo(2);
    }
}
