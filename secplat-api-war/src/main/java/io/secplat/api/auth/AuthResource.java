package io.secplat.api.auth;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Body;
import io.secplat.api.request.Caller;
import io.secplat.api.request.FormBody;
import io.secplat.contracts.json.JsonWriter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** Signing in and out, and who one is. */
@Path("/auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_SECRET = 1024;

    @Inject
    SignIn signIn;

    @Inject
    Provider<Caller> caller;

    @Inject
    Clients clients;

    @Inject
    Bearers bearers;

    @Inject
    OidcSignIn oidc;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    /** Takes a form; anything else lacks its values and is a 422. */
    @POST
    @Path("/login")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public JsonObject login(InputStream entity) {
        FormBody form = FormBody.read(headers.getMediaType(), entity);
        String userName = form.required("username", LONGEST_NAME);
        String password = form.required("password", LONGEST_SECRET);
        form.check();
        return signIn.login(userName, password, client()).toJson();
    }

    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public JsonObject refresh(InputStream entity) {
        Body body = Body.read(entity);
        String token = body.requiredText("refresh_token", LONGEST_SECRET);
        body.check();
        return signIn.refresh(token, client()).toJson();
    }

    @POST
    @Path("/logout")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({AccessRole.VIEW, AccessRole.ANALYZE, AccessRole.ADMINISTER})
    public JsonObject logout(InputStream entity) {
        Body body = Body.read(entity);
        var refreshToken = body.text("refresh_token", LONGEST_SECRET);
        body.check();
        Bearer bearer = bearers.of(request).orElseThrow(ProblemType.NOT_AUTHENTICATED::because);
        signIn.logout(bearer, refreshToken, client());
        return new JsonWriter().put("ok", true).build();
    }

    @GET
    @Path("/me")
    @RolesAllowed({AccessRole.VIEW, AccessRole.ANALYZE, AccessRole.ADMINISTER})
    public JsonObject me() {
        Caller me = caller.get();
        return new JsonWriter()
                .put("username", me.userName())
                .put("role", me.role().wire())
                .build();
    }

    /** What the sign-in page may offer. */
    @GET
    @Path("/config")
    @PermitAll
    public JsonObject config() {
        return new JsonWriter().put("oidc_enabled", oidc.isOffered()).build();
    }

    private Client client() {
        return clients.of(request);
    }
}
