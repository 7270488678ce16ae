package io.secplat.api.request;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes this call, in which role, and under which request id. Injected where a token is required. */
public record Caller(String userName, AccessRole role, String requestId) {

    private static final String ATTRIBUTE = "io.secplat.caller";

    /** Whether sensitive members are hidden from this caller. */
    public boolean isViewer() {
        return role == AccessRole.VIEWER;
    }

    /** Keeps the caller for the rest of the call. */
    public void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The caller that was remembered, else the holder of the token that the container verified. */
    static Optional<Caller> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller
                ? Optional.of(caller)
                : of(request.getUserPrincipal(), RequestIds.of(request));
    }

    /** The holder of a verified token; empty without one, or when the token names no role. */
    public static Optional<Caller> of(@Nullable Principal principal, String requestId) {
        if (principal instanceof JsonWebToken token && token.getName() != null) {
            return Optional.ofNullable(token.<Object>getClaim("role"))
                    .flatMap(role -> AccessRole.of(text(role)))
                    .map(role -> new Caller(token.getName(), role, requestId));
        }
        return Optional.empty();
    }

    private static String text(Object claim) {
        return claim instanceof jakarta.json.JsonString string ? string.getString() : claim.toString();
    }
}
