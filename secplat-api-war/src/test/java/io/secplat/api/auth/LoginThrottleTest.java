package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.postgres.MovingClock;
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
}
