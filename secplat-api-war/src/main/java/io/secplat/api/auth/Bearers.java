package io.secplat.api.auth;

import io.secplat.api.request.RequestIds;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the verified access token of a call: that of its bearer header, which the container has verified, or without one that
 * of the session cookie, which is verified here.
 */
record Bearers(AccessTokenReader reader) {

    Optional<Bearer> of(HttpServletRequest request) {
        String requestId = RequestIds.of(request);
        return hasHeader(request)
                ? Bearer.of(request.getUserPrincipal(), requestId)
                : cookie(request).flatMap(token -> reader.read(token, requestId));
    }

    /** Whether the call brought any token at all. */
    static boolean sent(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || cookie(request).isPresent();
    }

    static boolean hasHeader(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith("Bearer ");
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(SessionCookies.ACCESS))
                .map(Cookie::getValue)
                .findFirst();
    }
}
