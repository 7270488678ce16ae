package io.secplat.api.auth.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secplat.api.auth.Bearer;
import io.secplat.api.auth.Client;
import io.secplat.api.auth.LoginThrottle;
import io.secplat.api.auth.Passwords;
import io.secplat.api.auth.RefreshToken;
import io.secplat.api.auth.SignIn;
import io.secplat.api.auth.Standing;
import io.secplat.api.auth.TokenPair;
import io.secplat.api.auth.User;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.runtime.MovingClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final Client CLIENT = new Client("127.0.0.1", "test", "web-7Qd2");

    private final Database database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock();
    private final Passwords passwords = new Passwords(byte[]::new, 1_000);
    private final PostgresUsers users = new PostgresUsers(database);
    private final Standing standing = new Standing(new PostgresStanding(database), clock);
    private final AtomicInteger secrets = new AtomicInteger();
    private final SignIn signIn = new SignIn(
            new SignIn.Ground(users, new PostgresSessions(database), (user, family) -> family.toString(), standing),
            new SignIn.Sources(
                    clock, UUID::randomUUID, length -> "secret" + secrets.incrementAndGet(), Duration.ofDays(30)),
            passwords,
            new LoginThrottle(5, 20, clock));

    @BeforeEach
    void mira() {
        assertThat(users.createFirst(List.of(
                        new User("mira", AccessRole.ANALYST, passwords.hash("right"), false),
                        new User("gone", AccessRole.VIEWER, passwords.hash("right"), true),
                        new User("keyless", AccessRole.VIEWER, null, false))))
                .isTrue();
    }

    @Test
    void the_right_password_begins_a_session() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        assertThat(pair.refreshToken()).isNotEqualTo(pair.accessToken());
        assertThat(audited()).containsExactly("login");
    }

    @Test
    void a_wrong_password_and_an_unknown_disabled_or_keyless_user_look_the_same() {
        for (String name : List.of("mira", "nobody", "gone", "keyless")) {
            String password = name.equals("mira") ? "wrong" : "right";
            assertThat(problem(() -> signIn.login(name, password, CLIENT))).isEqualTo(ProblemType.INVALID_CREDENTIALS);
        }
    }

    @Test
    void after_five_failures_even_the_right_password_has_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(problem(() -> signIn.login("mira", "wrong", CLIENT))).isEqualTo(ProblemType.INVALID_CREDENTIALS);
        }
        assertThat(problem(() -> signIn.login("mira", "right", CLIENT))).isEqualTo(ProblemType.RATE_LIMITED);
        clock.advance(Duration.ofSeconds(61));
        assertThat(signIn.login("mira", "right", CLIENT)).isNotNull();
    }

    @Test
    void a_refresh_token_works_once_and_its_replay_ends_the_family() {
        TokenPair first = signIn.login("mira", "right", CLIENT);
        TokenPair second = signIn.refresh(first.refreshToken(), CLIENT);
        assertThat(problem(() -> signIn.refresh(first.refreshToken(), CLIENT))).isEqualTo(ProblemType.INVALID_TOKEN);
        assertThat(problem(() -> signIn.refresh(second.refreshToken(), CLIENT))).isEqualTo(ProblemType.INVALID_TOKEN);
        assertThat(audited()).containsExactly("login", "token.refresh", "token.replay");
    }

    @Test
    void a_refresh_token_expires() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        clock.advance(Duration.ofDays(30));
        assertThat(problem(() -> signIn.refresh(pair.refreshToken(), CLIENT))).isEqualTo(ProblemType.INVALID_TOKEN);
    }

    @Test
    void a_disabled_user_is_not_refreshed() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        disable();
        assertThat(problem(() -> signIn.refresh(pair.refreshToken(), CLIENT))).isEqualTo(ProblemType.INVALID_TOKEN);
    }

    @Test
    void logout_ends_the_access_token_at_once_and_the_session_with_it() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        Bearer bearer = bearer("t1", AccessRole.ANALYST, Optional.of(UUID.fromString(pair.accessToken())));
        assertThat(standing.isGood(bearer)).isTrue();
        signIn.logout(bearer, Optional.empty(), CLIENT);
        assertThat(standing.isGood(bearer)).isFalse();
        assertThat(problem(() -> signIn.refresh(pair.refreshToken(), CLIENT))).isEqualTo(ProblemType.INVALID_TOKEN);
        assertThat(audited()).containsExactly("login", "logout");
    }

    @Test
    void logout_ends_the_session_of_the_refresh_token_given() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        signIn.logout(bearer("t1", AccessRole.ANALYST, Optional.empty()), Optional.of(pair.refreshToken()), CLIENT);
        assertThat(problem(() -> signIn.refresh(pair.refreshToken(), CLIENT))).isEqualTo(ProblemType.INVALID_TOKEN);
    }

    @Test
    void a_change_of_the_user_takes_effect_on_tokens_within_seconds() {
        Bearer bearer = bearer("t2", AccessRole.ANALYST, Optional.empty());
        assertThat(standing.isGood(bearer)).isTrue();
        disable();
        clock.advance(Duration.ofSeconds(11));
        assertThat(standing.isGood(bearer)).isFalse();
    }

    @Test
    void a_token_of_another_role_than_the_users_does_not_count() {
        assertThat(standing.isGood(bearer("t3", AccessRole.ADMIN, Optional.empty())))
                .isFalse();
    }

    @Test
    void tokens_from_before_a_reset_do_not_count() {
        database.change(handle ->
                handle.execute("UPDATE users SET tokens_valid_after = '2026-05-04T07:20:05Z' WHERE username = 'mira'"));
        assertThat(standing.isGood(bearer("t4", AccessRole.ANALYST, Optional.empty())))
                .isFalse();
        clock.advance(Duration.ofSeconds(5));
        assertThat(standing.isGood(bearer("t5", AccessRole.ANALYST, Optional.empty())))
                .isTrue();
    }

    @Test
    void tokens_of_a_session_that_was_ended_do_not_count_even_within_the_same_second() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        Optional<UUID> family = Optional.of(UUID.fromString(pair.accessToken()));
        assertThat(standing.isGood(bearer("t6", AccessRole.ANALYST, family))).isTrue();
        database.change(handle ->
                handle.execute("UPDATE auth_refresh_tokens SET revoked_at = now(), revoked_reason = 'revoked'"));
        assertThat(standing.isGood(bearer("t7", AccessRole.ANALYST, family))).isFalse();
    }

    @Test
    void tokens_of_a_session_that_goes_on_count() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        assertThat(signIn.refresh(pair.refreshToken(), CLIENT)).isNotNull();
        assertThat(standing.isGood(bearer("t8", AccessRole.ANALYST, Optional.of(UUID.fromString(pair.accessToken())))))
                .isTrue();
    }

    @Test
    void a_refresh_gives_the_role_of_now() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        database.change(handle -> handle.execute("UPDATE users SET role = 'viewer' WHERE username = 'mira'"));
        assertThat(signIn.refresh(pair.refreshToken(), CLIENT).user().role()).isEqualTo(AccessRole.VIEWER);
    }

    @Test
    void a_refresh_token_alone_can_end_its_session_and_the_second_time_nothing_happens() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        PostgresSessions sessions = new PostgresSessions(database);
        String hash = RefreshToken.hashOf(pair.refreshToken());
        assertThat(sessions.liveFamily(hash, "mira", clock.instant())).contains(UUID.fromString(pair.accessToken()));
        assertThat(sessions.liveFamily(hash, "other", clock.instant())).isEmpty();
        sessions.leave(hash, CLIENT);
        sessions.leave(hash, CLIENT);
        sessions.leave("unknown", CLIENT);
        assertThat(sessions.liveFamily(hash, "mira", clock.instant())).isEmpty();
        assertThat(audited()).containsExactly("login", "logout");
    }

    @Test
    void first_users_are_created_once() {
        assertThat(users.createFirst(List.of(new User("other", AccessRole.ADMIN, null, false))))
                .isFalse();
        assertThat(users.find("other")).isEmpty();
    }

    @Test
    void expired_rows_are_purged_in_time() {
        TokenPair pair = signIn.login("mira", "right", CLIENT);
        assertThat(pair).isNotNull();
        PostgresSessions sessions = new PostgresSessions(database);
        assertThat(sessions.purge(clock.instant().plus(Duration.ofDays(59)))).isZero();
        assertThat(sessions.purge(clock.instant().plus(Duration.ofDays(61)))).isEqualTo(1);
    }

    private Bearer bearer(String jti, AccessRole role, Optional<UUID> family) {
        return new Bearer(
                new Caller("mira", role, "web-7Qd2"),
                jti,
                clock.instant(),
                clock.instant().plus(Duration.ofMinutes(15)),
                family);
    }

    private void disable() {
        database.change(handle -> handle.execute("UPDATE users SET disabled = true WHERE username = 'mira'"));
    }

    private List<String> audited() {
        return database.read(handle -> handle.createQuery("SELECT action FROM audit_events ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    private static ProblemType problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).type();
    }
}
