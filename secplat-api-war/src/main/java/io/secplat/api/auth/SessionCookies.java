package io.secplat.api.auth;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookies of the website's session. Scripts cannot read them, and the refresh token goes to the calls that need it only.
 *
 * @param secure whether browsers send them over encrypted connections only
 */
record SessionCookies(boolean secure, Duration accessLife, Duration refreshLife) {

    static final String ACCESS = "secplat_access_token";
    static final String REFRESH = "secplat_refresh_token";

    private static final String EVERY_CALL = "/api";
    private static final String SESSION_CALLS = "/api/auth/session";

    NewCookie[] keep(String accessToken, String refreshToken) {
        return new NewCookie[] {
            cookie(ACCESS, accessToken, EVERY_CALL, accessLife),
            cookie(REFRESH, refreshToken, SESSION_CALLS, refreshLife)
        };
    }

    NewCookie[] clear() {
        return new NewCookie[] {
            cookie(ACCESS, "", EVERY_CALL, Duration.ZERO), cookie(REFRESH, "", SESSION_CALLS, Duration.ZERO)
        };
    }

    private NewCookie cookie(String name, String value, String path, Duration life) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(Math.toIntExact(life.toSeconds()))
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
