package io.secplat.api.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.auth.LoginThrottle;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.runtime.Journal;
import io.secplat.runtime.MovingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {

    private final MovingClock clock = new MovingClock();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Journal journal = new Journal("test", clock, new PrintStream(log, true, StandardCharsets.UTF_8));

    @Test
    void a_good_signature_comes_in_however_often() {
        Gate<String> gate = gate(Optional.of("secret"));

        for (int i = 0; i < 10; i++) {
            assertThatCode(() -> gate.check("10.0.0.1", secret -> secret.equals("secret")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_bad_one_is_refused_and_too_many_of_one_address_wait() {
        Gate<String> gate = gate(Optional.of("secret"));
        for (int i = 0; i < 3; i++) {
            assertThat(refusal(gate, "10.0.0.1")).isEqualTo(ProblemType.NOT_AUTHENTICATED);
        }

        assertThat(refusal(gate, "10.0.0.1")).isEqualTo(ProblemType.RATE_LIMITED);
        assertThat(refusal(gate, "10.0.0.2")).isEqualTo(ProblemType.NOT_AUTHENTICATED);
        clock.advance(Duration.ofSeconds(61));
        assertThat(refusal(gate, "10.0.0.1")).isEqualTo(ProblemType.NOT_AUTHENTICATED);
    }

    @Test
    void without_a_secret_nobody_comes_in_and_the_log_says_so_once() {
        Gate<String> gate = gate(Optional.empty());

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> gate.check("10.0.0.1", secret -> true))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("Invalid signature");
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).containsOnlyOnce("not_configured");
    }

    private Gate<String> gate(Optional<String> secret) {
        return new Gate<>(
                "slack",
                secret,
                ProblemType.NOT_AUTHENTICATED,
                new LoginThrottle(Integer.MAX_VALUE, 3, clock),
                journal);
    }

    private static ProblemType refusal(Gate<String> gate, String address) {
        try {
            gate.check(address, secret -> false);
            throw new AssertionError("came in");
        } catch (ProblemException e) {
            return e.type();
        }
    }
}
