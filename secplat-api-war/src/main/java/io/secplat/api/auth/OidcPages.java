package io.secplat.api.auth;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The redirects of a sign-in through a provider. Tokens and errors stand in the fragment, which browsers send to nobody.
 *
 * @param website FRONTEND_URL; without it the website is where the API is
 * @param secure whether browsers send the cookie over encrypted connections only
 */
record OidcPages(Optional<String> website, boolean secure) {

    static final String COOKIE = "secplat_oidc";

    private static final String PATH = "/api/auth/oidc";
    private static final Duration TIME_TO_SIGN_IN = Duration.ofMinutes(10);

    Response leave(OidcSignIn.Departure departure) {
        return to(departure.to(), cookie(departure.attempt().cookie(), TIME_TO_SIGN_IN));
    }

    Response signedIn(TokenPair pair) {
        return landing("access_token=" + pair.accessToken() + "&refresh_token=" + pair.refreshToken());
    }

    Response refused(OidcRefusal refusal) {
        return landing("error=" + refusal.code());
    }

    /** The attempt is over however it ended. */
    private Response landing(String fragment) {
        String base = website.map(url -> url.replaceAll("/+$", "")).orElse("");
        return to(URI.create(base + "/login#" + fragment), cookie("", Duration.ZERO));
    }

    private static Response to(URI place, NewCookie cookie) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(Response.Status.FOUND)
                .location(place)
                .cookie(cookie)
                .cacheControl(never)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private NewCookie cookie(String value, Duration life) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(PATH)
                .maxAge(Math.toIntExact(life.toSeconds()))
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
