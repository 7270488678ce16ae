package io.secplat.api.auth;

import io.secplat.api.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a call that a cookie authenticates comes from our own pages. A browser adds the cookie whoever made the page, so
 * what changes something must bear our origin, or the browser's word that it is the same.
 */
final class SameOrigin {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Optional<String> website;

    /** @param website FRONTEND_URL, whose origin is ours as well, for instance behind a proxy */
    SameOrigin(Optional<String> website) {
        this.website = website.filter(url -> !url.isBlank()).map(URI::create).map(SameOrigin::of);
    }

    /** Throws FORBIDDEN for a changing call with a session cookie, and no bearer token, from a foreign or unknown origin. */
    void check(HttpServletRequest request) {
        if (!READING.contains(request.getMethod()) && isByCookie(request) && !isOurs(request)) {
            throw ProblemType.FORBIDDEN.because("Calls with a session cookie must come from the same origin");
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            String asked = origin.toLowerCase(Locale.ROOT);
            return asked.equals(own(request)) || website.filter(asked::equals).isPresent();
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && OURS.contains(site);
    }

    private static boolean isByCookie(HttpServletRequest request) {
        return !Bearers.hasHeader(request)
                && Stream.ofNullable(request.getCookies())
                        .flatMap(Arrays::stream)
                        .anyMatch(cookie -> cookie.getName().equals(SessionCookies.ACCESS)
                                || cookie.getName().equals(SessionCookies.REFRESH));
    }

    private static String own(HttpServletRequest request) {
        return origin(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    private static String of(URI url) {
        return origin(String.valueOf(url.getScheme()), String.valueOf(url.getHost()), url.getPort());
    }

    /** As browsers write it: without the port that the scheme has anyway. */
    private static String origin(String scheme, String host, int port) {
        boolean usual = port < 0
                || (scheme.equalsIgnoreCase("http") && port == 80)
                || (scheme.equalsIgnoreCase("https") && port == 443);
        return (scheme + "://" + host + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
