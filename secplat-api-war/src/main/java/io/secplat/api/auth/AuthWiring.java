package io.secplat.api.auth;

import io.secplat.api.auth.jwt.JwtAccessTokenReader;
import io.secplat.api.auth.jwt.JwtAccessTokens;
import io.secplat.api.auth.jwt.KeyRing;
import io.secplat.api.auth.jwt.SigningKeyStep;
import io.secplat.api.auth.postgres.PostgresSessions;
import io.secplat.api.auth.postgres.PostgresStanding;
import io.secplat.api.auth.postgres.PostgresUserAccounts;
import io.secplat.api.auth.postgres.PostgresUsers;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientTask;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.SecretSource;
import io.secplat.runtime.StartStep;
import io.secplat.runtime.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signing in against Postgres, tokens signed by the key of JWT_PRIVATE_KEY_FILE, failures counted in memory. */
@ApplicationScoped
public class AuthWiring {

    private static final int PASSWORD_ITERATIONS = 210_000;
    private static final Duration PURGE_INTERVAL = Duration.ofHours(1);

    @Produces
    @Singleton
    Passwords passwords() {
        SecureRandom random = new SecureRandom();
        return new Passwords(
                length -> {
                    byte[] bytes = new byte[length];
                    random.nextBytes(bytes);
                    return bytes;
                },
                PASSWORD_ITERATIONS);
    }

    @Produces
    @Singleton
    Users users(Database database) {
        return new PostgresUsers(database);
    }

    @Produces
    @Singleton
    UserAccounts userAccounts(Database database, Clock clock) {
        return new PostgresUserAccounts(database, clock);
    }

    @Produces
    @Singleton
    Sessions sessions(Database database) {
        return new PostgresSessions(database);
    }

    @Produces
    @Singleton
    Standing standing(Database database, Clock clock) {
        return new Standing(new PostgresStanding(database), clock);
    }

    @Produces
    @Singleton
    LoginThrottle throttle(
            @ConfigProperty(name = "RATE_LIMIT_LOGIN_PER_MINUTE", defaultValue = "5") int perAccount,
            @ConfigProperty(name = "RATE_LIMIT_LOGIN_PER_ADDRESS_PER_MINUTE", defaultValue = "20") int perAddress,
            Clock clock) {
        return new LoginThrottle(perAccount, perAddress, clock);
    }

    @Produces
    @Singleton
    KeyRing keys(
            @ConfigProperty(name = "JWT_PRIVATE_KEY_FILE") Optional<String> file,
            @ConfigProperty(name = "JWT_ACCEPTED_KEYS_DIR") Optional<String> folder,
            Clock clock) {
        return new KeyRing(file, folder, clock);
    }

    @Produces
    @Singleton
    AccessTokenReader accessTokenReader(
            KeyRing keys, @ConfigProperty(name = "JWT_ISSUER", defaultValue = "secplat") String issuer, Clock clock) {
        return new JwtAccessTokenReader(keys, issuer, clock);
    }

    @Produces
    @Singleton
    StartStep signingKey(KeyRing keys) {
        return new SigningKeyStep(keys);
    }

    @Produces
    @Singleton
    AccessTokens accessTokens(
            KeyRing keys,
            @ConfigProperty(name = "JWT_ISSUER", defaultValue = "secplat") String issuer,
            @ConfigProperty(name = "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", defaultValue = "15") int minutes,
            Clock clock,
            IdSource ids) {
        return new JwtAccessTokens(keys, issuer, Duration.ofMinutes(minutes), clock, ids);
    }

    @Produces
    @Singleton
    SignIn.Ground ground(Users users, Sessions sessions, AccessTokens accessTokens, Standing standing) {
        return new SignIn.Ground(users, sessions, accessTokens, standing);
    }

    @Produces
    @Singleton
    SignIn.Sources sources(
            Clock clock,
            IdSource ids,
            SecretSource secrets,
            @ConfigProperty(name = "JWT_REFRESH_TOKEN_EXPIRE_MINUTES", defaultValue = "43200") int minutes) {
        return new SignIn.Sources(clock, ids, secrets, Duration.ofMinutes(minutes));
    }

    @Produces
    @Singleton
    SignIn signIn(SignIn.Ground ground, SignIn.Sources sources, Passwords passwords, LoginThrottle throttle) {
        return new SignIn(ground, sources, passwords, throttle);
    }

    @Produces
    @Singleton
    Worker purge(Sessions sessions, Clock clock) {
        return new PeriodicWorker(Role.API, "auth-purge", PURGE_INTERVAL, clock, new PatientTask(() -> {
            int unused = sessions.purge(clock.instant());
        }));
    }

    @Produces
    @Singleton
    Clients clients(@ConfigProperty(name = "TRUSTED_PROXIES") Optional<String> proxies) {
        return new Clients(ClientAddress.behind(proxies.orElse("")));
    }

    @Produces
    @Singleton
    Bearers bearers(AccessTokenReader reader) {
        return new Bearers(reader);
    }

    @Produces
    @Singleton
    SameOrigin sameOrigin(@ConfigProperty(name = "FRONTEND_URL") Optional<String> websiteUrl) {
        return new SameOrigin(websiteUrl);
    }

    @Produces
    @Singleton
    SessionCookies cookies(
            @ConfigProperty(name = "SESSION_COOKIE_SECURE", defaultValue = "true") boolean secure,
            @ConfigProperty(name = "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", defaultValue = "15") int accessMinutes,
            @ConfigProperty(name = "JWT_REFRESH_TOKEN_EXPIRE_MINUTES", defaultValue = "43200") int refreshMinutes) {
        return new SessionCookies(secure, Duration.ofMinutes(accessMinutes), Duration.ofMinutes(refreshMinutes));
    }
}
