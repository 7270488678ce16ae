package io.secplat.api.auth;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Body;
import io.secplat.api.request.RequestIds;
import io.secplat.contracts.json.JsonWriter;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The website's session: the same tokens, in cookies that no script can read. */
@Path("/auth/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    @Inject
    SignIn signIn;

    @Inject
    AccessTokenReader accessTokens;

    @Inject
    SessionCookies cookies;

    @Inject
    SameOrigin sameOrigin;

    @Inject
    Clients clients;

    @Inject
    Bearers bearers;

    @Context
    HttpServletRequest request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response begin(InputStream entity) {
        SessionForm form = SessionForm.read(Body.read(entity));
        if (form instanceof SessionForm.Tokens tokens) {
            return keep(tokens);
        }
        SessionForm.Login login = (SessionForm.Login) form;
        return kept(signIn.login(login.userName(), login.password(), clients.of(request)));
    }

    @PATCH
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public Response renew(@CookieParam(SessionCookies.REFRESH) @Nullable String refreshToken) {
        sameOrigin.check(request);
        String token = given(refreshToken).orElseThrow(ProblemType.NOT_AUTHENTICATED::because);
        return kept(signIn.refresh(token, clients.of(request)));
    }

    /** Works whatever is left of the session: cookies of an ended one must go, too. */
    @DELETE
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public Response end(@CookieParam(SessionCookies.REFRESH) @Nullable String refreshToken) {
        sameOrigin.check(request);
        signIn.leave(bearers.of(request), given(refreshToken), clients.of(request));
        return Response.ok(new JsonWriter().put("ok", true).build())
                .cookie(cookies.clear())
                .build();
    }

    private Response keep(SessionForm.Tokens tokens) {
        Bearer bearer = accessTokens
                .read(tokens.accessToken(), RequestIds.of(request))
                .filter(read -> signIn.belongTogether(read, tokens.refreshToken()))
                .orElseThrow(ProblemType.INVALID_TOKEN::because);
        return kept(bearer.userName(), bearer.caller().role(), tokens.accessToken(), tokens.refreshToken());
    }

    private Response kept(TokenPair pair) {
        return kept(pair.user().userName(), pair.user().role(), pair.accessToken(), pair.refreshToken());
    }

    private Response kept(String userName, AccessRole role, String accessToken, String refreshToken) {
        return Response.ok(new JsonWriter()
                        .put("username", userName)
                        .put("role", role.wire())
                        .build())
                .cookie(cookies.keep(accessToken, refreshToken))
                .build();
    }

    private static Optional<String> given(@Nullable String token) {
        return Optional.ofNullable(token)
                .filter(text -> !text.isBlank() && text.length() <= SessionForm.LONGEST_SECRET);
    }
}
