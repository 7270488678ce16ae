package io.secplat.workers.scan.headers.cookies;

import io.secplat.workers.scan.headers.PublicSuffixes;
import io.secplat.workers.scan.headers.seen.CookieLine;
import java.net.IDN;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps cookies by the storage model of RFC 6265, section 5.3: a domain must hold the sender and be no public suffix, names
 * with a prefix must keep its promise, and a later cookie of the same name, domain and path replaces the earlier one. Time
 * does not pass in it: a cookie that ends at once is still one that was set.
 */
public final class CookieJar {

    /** Names of RFC 6761 and their kin, in no list of suffixes; these two may be used alone. */
    private static final Set<String> SPECIAL = Set.of("local", "example", "invalid", "localhost", "test");

    private static final Set<String> SPECIAL_ALONE = Set.of("localhost", "invalid");

    private final PublicSuffixes suffixes;
    private final Map<List<String>, Cookie> kept = new LinkedHashMap<>();

    private CookieJar(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    /** The cookies that are left of these lines, in the order in which they first came. */
    public static Collection<Cookie> kept(List<CookieLine> lines, PublicSuffixes suffixes) {
        CookieJar jar = new CookieJar(suffixes);
        lines.forEach(line -> CookieReader.read(line.line()).ifPresent(cookie -> jar.put(cookie, line)));
        return List.copyOf(jar.kept.values());
    }

    private void put(Cookie cookie, CookieLine from) {
        String path = cookie.path().isEmpty() ? defaultPath(from.path()) : cookie.path();
        if (mayNameDomain(cookie.domain(), from.host()) && keepsPromise(cookie, path)) {
            String domain = cookie.domain().isEmpty() ? from.host() : cookie.domain();
            kept.put(List.of(domain, path, cookie.name()), cookie);
        }
    }

    private boolean mayNameDomain(String attribute, String host) {
        return attribute.isEmpty()
                || canonical(attribute)
                        .filter(domain -> !isSuffix(domain) && holds(domain, host))
                        .isPresent();
    }

    private static Optional<String> canonical(String domain) {
        try {
            String name = domain.replaceFirst("^\\.", "");
            return Optional.of(name.chars().allMatch(c -> c < 128) ? name : IDN.toASCII(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isSuffix(String domain) {
        int dot = domain.lastIndexOf('.');
        if (SPECIAL.contains(domain.substring(dot + 1))) {
            return dot < 0 && !SPECIAL_ALONE.contains(domain);
        }
        return domain.indexOf(':') < 0
                && suffixes.registrableDomain(domain, PublicSuffixes.Scope.ALL).isEmpty();
    }

    private static boolean holds(String domain, String host) {
        return host.equals(domain) || (host.endsWith("." + domain) && !host.matches("[0-9.]+"));
    }

    private static boolean keepsPromise(Cookie cookie, String path) {
        if (cookie.name().startsWith("__Secure-")) {
            return cookie.secure();
        }
        return !cookie.name().startsWith("__Host-")
                || (cookie.secure() && cookie.domain().isEmpty() && path.equals("/"));
    }

    private static String defaultPath(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 || !path.startsWith("/") ? "/" : path.substring(0, slash);
    }
}
