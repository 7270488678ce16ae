package io.secplat.api.auth;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The browser's way to an OpenID provider and back. It ends on the website's sign-in page, with tokens or an error. */
@Path("/auth/oidc")
@RequestScoped
public class OidcResource {

    @Inject
    OidcSignIn oidc;

    @Inject
    OidcPages pages;

    @Inject
    Clients clients;

    @Context
    HttpServletRequest request;

    @GET
    @Path("/login")
    @PermitAll
    public Response login() {
        try {
            return pages.leave(oidc.begin());
        } catch (OidcRefusal refusal) {
            return pages.refused(refusal);
        }
    }

    @GET
    @Path("/callback")
    @PermitAll
    public Response callback(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("error") @Nullable String error,
            @CookieParam(OidcPages.COOKIE) @Nullable String cookie) {
        OidcSignIn.Callback callback = new OidcSignIn.Callback(code, state, error);
        try {
            return pages.signedIn(
                    oidc.finish(callback, Optional.ofNullable(cookie).flatMap(OidcAttempt::of), clients.of(request)));
        } catch (OidcRefusal refusal) {
            return pages.refused(refusal);
        }
    }
}
