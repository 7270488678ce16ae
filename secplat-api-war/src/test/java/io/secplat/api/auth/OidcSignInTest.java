package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.runtime.MovingClock;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSignInTest {

    private static final Client CLIENT = new Client("127.0.0.1", "test", "web-7Qd2");
    private static final User MIRA = new User("mira", AccessRole.ANALYST, null, false);

    private final MovingClock clock = new MovingClock();
    private final AtomicInteger secrets = new AtomicInteger();
    private ProvenIdentity vouchedFor =
            new ProvenIdentity("https://id.example.org", "s1", Optional.of("mira"), Optional.empty());

    private final OidcSignIn oidc = signIn(Optional.of(new Voucher()));

    @Test
    void who_begins_in_this_browser_is_signed_in_when_the_provider_vouches() {
        OidcAttempt attempt = oidc.begin().attempt();
        TokenPair pair = oidc.finish(callback("c", attempt.state(), null), remembered(attempt), CLIENT);
        assertThat(pair.user()).isEqualTo(MIRA);
    }

    @Test
    void an_answer_for_another_browser_or_without_state_or_code_is_refused() {
        OidcAttempt attempt = oidc.begin().attempt();
        OidcAttempt another = oidc.begin().attempt();
        assertThat(refusal(callback("c", another.state(), null), remembered(attempt)))
                .isEqualTo("invalid_callback");
        assertThat(refusal(callback("c", attempt.state(), null), Optional.empty()))
                .isEqualTo("invalid_callback");
        assertThat(refusal(callback("c", null, null), remembered(attempt))).isEqualTo("invalid_callback");
        assertThat(refusal(callback(null, attempt.state(), null), remembered(attempt)))
                .isEqualTo("invalid_callback");
        assertThat(refusal(callback(" ", attempt.state(), null), remembered(attempt)))
                .isEqualTo("invalid_callback");
    }

    @Test
    void the_providers_own_error_is_passed_on_if_it_is_a_name() {
        assertThat(refusal(callback(null, null, "access_denied"), Optional.empty()))
                .isEqualTo("access_denied");
        assertThat(refusal(callback(null, null, "x&access_token=y"), Optional.empty()))
                .isEqualTo("invalid_callback");
    }

    @Test
    void who_is_no_user_or_has_no_name_is_told_so() {
        OidcAttempt attempt = oidc.begin().attempt();
        vouchedFor = new ProvenIdentity("https://id.example.org", "s2", Optional.empty(), Optional.of("m@example.org"));
        assertThat(refusal(callback("c", attempt.state(), null), remembered(attempt)))
                .isEqualTo("user_not_found");
        vouchedFor = new ProvenIdentity("https://id.example.org", " ", Optional.of(" "), Optional.empty());
        assertThat(refusal(callback("c", attempt.state(), null), remembered(attempt)))
                .isEqualTo("no_username");
    }

    @Test
    void without_a_provider_it_is_not_offered() {
        OidcSignIn off = signIn(Optional.empty());
        assertThat(off.isOffered()).isFalse();
        assertThat(catchThrowableOfType(ProblemException.class, off::begin).type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "x", "a.b", "\u0000"})
    void a_cookie_that_we_did_not_make_is_none(String cookie) {
        assertThat(OidcAttempt.of(cookie)).isEmpty();
    }

    private Optional<OidcAttempt> remembered(OidcAttempt attempt) {
        return OidcAttempt.of(attempt.cookie());
    }

    private String refusal(OidcSignIn.Callback callback, Optional<OidcAttempt> attempt) {
        return catchThrowableOfType(OidcRefusal.class, () -> oidc.finish(callback, attempt, CLIENT))
                .code();
    }

    private OidcSignIn signIn(Optional<IdentityProvider> provider) {
        SignIn signIn = new SignIn(
                new SignIn.Ground(
                        new Nobody(), new NoSessions(), (user, family) -> "a", new Standing(b -> true, clock)),
                new SignIn.Sources(clock, UUID::randomUUID, length -> "r", Duration.ofDays(30)),
                new Passwords(byte[]::new, 1_000),
                new LoginThrottle(5, 20, clock));
        return new OidcSignIn(
                provider,
                (identity, name) ->
                        Optional.of(MIRA).filter(user -> user.userName().equals(name)),
                signIn,
                length -> String.format("%0" + length + "d", secrets.incrementAndGet()));
    }

    private static OidcSignIn.Callback callback(@Nullable String code, @Nullable String state, @Nullable String error) {
        return new OidcSignIn.Callback(code, state, error);
    }

    private final class Voucher implements IdentityProvider {

        @Override
        public URI authorization(OidcAttempt attempt) {
            return URI.create("https://id.example.org/authorize?state=" + attempt.state());
        }

        @Override
        public ProvenIdentity redeem(String code, OidcAttempt attempt) {
            return vouchedFor;
        }
    }

    private static final class Nobody implements Users {

        @Override
        public Optional<User> find(String userName) {
            return Optional.empty();
        }

        @Override
        public boolean createFirst(java.util.List<User> users) {
            return false;
        }
    }
}
