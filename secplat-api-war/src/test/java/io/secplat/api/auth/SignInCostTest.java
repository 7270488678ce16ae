package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.runtime.MovingClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a refused login takes is nearly all derivation of keys, so these are counted: time itself would not repeat. */
class SignInCostTest {

    private static final Client CLIENT = new Client("127.0.0.1", "test", "web-7Qd2");

    private final AtomicInteger derived = new AtomicInteger();
    private final Passwords passwords = new Passwords(byte[]::new, 1_000, (algorithm, password, salt, turns, bytes) -> {
        derived.addAndGet(turns);
        return password.getBytes(StandardCharsets.UTF_8);
    });
    private final Map<String, User> known = Map.of(
            "mira", new User("mira", AccessRole.ANALYST, passwords.hash("right"), false),
            "gone", new User("gone", AccessRole.VIEWER, passwords.hash("right"), true),
            "keyless", new User("keyless", AccessRole.VIEWER, null, false));
    private final MovingClock clock = new MovingClock();
    private final SignIn signIn = new SignIn(
            new SignIn.Ground(new Known(), new NoSessions(), (user, family) -> "", new Standing(b -> true, clock)),
            new SignIn.Sources(clock, UUID::randomUUID, length -> "", Duration.ofDays(30)),
            passwords,
            new LoginThrottle(5, 20, clock));

    @ParameterizedTest
    @ValueSource(strings = {"mira", "nobody", "gone", "keyless"})
    void known_unknown_disabled_and_keyless_users_cost_the_same(String userName) {
        derived.set(0);
        assertThat(refused(userName)).isEqualTo(ProblemType.INVALID_CREDENTIALS);
        assertThat(derived).hasValue(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mira", "nobody", "gone", "keyless"})
    void a_throttled_login_costs_nothing_for_any_of_them(String userName) {
        for (int i = 0; i < 5; i++) {
            assertThat(refused(userName)).isEqualTo(ProblemType.INVALID_CREDENTIALS);
        }
        derived.set(0);
        assertThat(refused(userName)).isEqualTo(ProblemType.RATE_LIMITED);
        assertThat(derived).hasValue(0);
    }

    @Test
    void a_login_that_succeeds_costs_the_same() {
        derived.set(0);
        assertThat(signIn.login("mira", "right", CLIENT).user().userName()).isEqualTo("mira");
        assertThat(derived).hasValue(1_000);
    }

    private ProblemType refused(String userName) {
        return catchThrowableOfType(ProblemException.class, () -> signIn.login(userName, "wrong", CLIENT))
                .type();
    }

    private final class Known implements Users {

        @Override
        public Optional<User> find(String userName) {
            return Optional.ofNullable(known.get(userName));
        }

        @Override
        public boolean createFirst(List<User> users) {
            throw new AssertionError("not asked for");
        }
    }
}
