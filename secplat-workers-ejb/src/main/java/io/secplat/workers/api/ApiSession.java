package io.secplat.workers.api;

import io.secplat.contracts.json.JsonReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signs a service user in by form and keeps the token. After a refused sign-in it does not ask again for 15 seconds, since
 * the API would lock the account for everybody.
 */
final class ApiSession {

    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofSeconds(15);

    private final ServiceUser user;
    private final ApiWire wire;
    private final Clock clock;

    private @Nullable AccessToken token;
    private Instant notBefore = Instant.MIN;

    ApiSession(ServiceUser user, ApiWire wire, Clock clock) {
        this.user = user;
        this.wire = wire;
        this.clock = clock;
    }

    /** A token that is good for a while. */
    synchronized String token(String requestId) throws InterruptedException {
        Instant now = clock.instant();
        AccessToken current = token;
        if (current == null || !now.isBefore(current.renewAt())) {
            current = signIn(now, requestId);
            token = current;
        }
        return current.value();
    }

    /** Forgets the token that was refused, unless another thread has a new one already. */
    synchronized void refused(String value) {
        if (token != null && token.value().equals(value)) {
            token = null;
        }
    }

    private AccessToken signIn(Instant now, String requestId) throws InterruptedException {
        if (now.isBefore(notBefore)) {
            throw ApiUnavailableException.notSignedIn("sign_in_refused");
        }
        ApiAnswer answer = wire.send(new ApiTransport.Request("POST", "/auth/login", headers(requestId), form()));
        if (answer instanceof ApiAnswer.Accepted accepted) {
            return AccessToken.receivedAt(
                    now,
                    new JsonReader(accepted.object())
                            .text("access_token")
                            .orElseThrow(() -> ApiUnavailableException.unreadable(accepted.status())));
        }
        notBefore = now.plus(PAUSE_AFTER_REFUSAL);
        throw ApiUnavailableException.notSignedIn("sign_in_refused");
    }

    private static Map<String, String> headers(String requestId) {
        return Map.of("Content-Type", "application/x-www-form-urlencoded", "X-Request-Id", requestId);
    }

    private String form() {
        return "username=" + encoded(user.username()) + "&password=" + encoded(user.password());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
