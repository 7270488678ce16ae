package io.secplat.api.auth;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.SecretSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signing in, staying signed in, and signing out. */
public final class SignIn {

    private static final int OPAQUE_LENGTH = 48;

    /** What signing in stands on. */
    public record Ground(Users users, Sessions sessions, AccessTokens accessTokens, Standing standing) {}

    /** Where time and secrets come from, and how long a refresh token lives. */
    public record Sources(Clock clock, IdSource ids, SecretSource secrets, Duration refreshLife) {}

    private final Ground ground;
    private final Sources sources;
    private final Passwords passwords;
    private final LoginThrottle throttle;

    public SignIn(Ground ground, Sources sources, Passwords passwords, LoginThrottle throttle) {
        this.ground = ground;
        this.sources = sources;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** A new session; 429 before the password is looked at when there were too many failures, 401 when it is wrong. */
    public TokenPair login(String userName, String password, Client client) {
        throttle.begin(userName, ClientAddress.counted(client.address())).ifPresent(SignIn::refuseFor);
        Optional<User> found = ground.users().find(userName);
        boolean right =
                passwords.matches(password, found.map(User::passwordHash).orElse(null));
        User user =
                found.filter(known -> right && !known.disabled()).orElseThrow(ProblemType.INVALID_CREDENTIALS::because);
        throttle.succeeded(userName, ClientAddress.counted(client.address()));
        return begin(user, client);
    }

    /** A new session for somebody whose identity was proven elsewhere. */
    public TokenPair begin(User user, Client client) {
        UUID family = sources.ids().next();
        String refresh = sources.secrets().next(OPAQUE_LENGTH);
        ground.sessions().begin(user, family, stored(refresh), client);
        return new TokenPair(user, ground.accessTokens().issue(user, family), refresh);
    }

    /** The next pair for a refresh token, which is used up; 401 when it is not good. */
    public TokenPair refresh(String refreshToken, Client client) {
        String next = sources.secrets().next(OPAQUE_LENGTH);
        Sessions.Rotated rotated = ground.sessions()
                .rotate(RefreshToken.hashOf(refreshToken), stored(next), client)
                .orElseThrow(ProblemType.INVALID_TOKEN::because);
        return new TokenPair(rotated.user(), ground.accessTokens().issue(rotated.user(), rotated.family()), next);
    }

    /** Whether both tokens are good and belong to the same session. */
    boolean belongTogether(Bearer bearer, String refreshToken) {
        return ground.standing().isGood(bearer)
                && ground.sessions()
                        .liveFamily(
                                RefreshToken.hashOf(refreshToken),
                                bearer.userName(),
                                sources.clock().instant())
                        .equals(bearer.family());
    }

    /** Ends what there is of a session: that of the access token, else that of the refresh token. */
    void leave(Optional<Bearer> bearer, Optional<String> refreshToken, Client client) {
        bearer.filter(ground.standing()::isGood)
                .ifPresentOrElse(
                        good -> logout(good, refreshToken, client),
                        () -> refreshToken.ifPresent(
                                token -> ground.sessions().leave(RefreshToken.hashOf(token), client)));
    }

    /** Ends the session of the access token, and that of the refresh token if one is given. */
    public void logout(Bearer bearer, Optional<String> refreshToken, Client client) {
        Optional<UUID> given = refreshToken.map(RefreshToken::hashOf).flatMap(hash -> ground.sessions()
                .familyOf(hash, bearer.userName()));
        Set<UUID> families =
                Stream.concat(given.stream(), bearer.family().stream()).collect(Collectors.toSet());
        ground.sessions()
                .end(new Sessions.EndedToken(bearer.jti(), bearer.userName(), bearer.expiresAt(), families), client);
        ground.standing().ended(bearer.jti());
    }

    private RefreshToken stored(String opaque) {
        Instant now = sources.clock().instant();
        return new RefreshToken(RefreshToken.hashOf(opaque), now, now.plus(sources.refreshLife()));
    }

    private static void refuseFor(Duration wait) {
        throw tooMany(wait);
    }

    private static ProblemException tooMany(Duration wait) {
        return ProblemType.RATE_LIMITED
                .because("Too many failed logins")
                .with("Retry-After", Long.toString(wait.toSeconds() + 1));
    }
}
