package io.secplat.api.auth;

import io.secplat.api.request.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * Tells the container who calls where it could not see it for itself, since the token came in a cookie: it looks at the roles
 * of a call once more after us.
 */
record SessionContext(Caller caller, boolean isSecure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return caller::userName;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.role().wire().equals(role);
    }

    @Override
    public String getAuthenticationScheme() {
        return "COOKIE";
    }
}
