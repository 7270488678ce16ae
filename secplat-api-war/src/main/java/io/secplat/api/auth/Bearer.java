package io.secplat.api.auth;

import io.secplat.api.request.Caller;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The verified access token of a call. */
public record Bearer(Caller caller, String jti, Instant issuedAt, Instant expiresAt, Optional<UUID> family) {

    /** The claim that ties an access token to its session. */
    public static final String FAMILY = "sid";

    /** Empty without a token, or with one that lacks a name, role or id. */
    public static Optional<Bearer> of(@Nullable Principal principal, String requestId) {
        return principal instanceof JsonWebToken token && token.getTokenID() != null
                ? Caller.of(principal, requestId).map(caller -> of(token, caller))
                : Optional.empty();
    }

    private static Bearer of(JsonWebToken token, Caller caller) {
        return new Bearer(
                caller,
                token.getTokenID(),
                Instant.ofEpochSecond(token.getIssuedAtTime()),
                Instant.ofEpochSecond(token.getExpirationTime()),
                family(token.getClaim(FAMILY)));
    }

    public String userName() {
        return caller.userName();
    }

    private static Optional<UUID> family(@Nullable Object claim) {
        try {
            return Optional.ofNullable(claim).map(value -> UUID.fromString(text(value)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(Object claim) {
        return claim instanceof jakarta.json.JsonString string ? string.getString() : claim.toString();
    }
}
