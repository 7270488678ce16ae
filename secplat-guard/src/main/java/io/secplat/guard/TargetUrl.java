package io.secplat.guard;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An http or https address that was read once and is never read again by anything else: what is checked is what is asked.
 *
 * @param secure whether it is https
 * @param path path and query in ASCII, with a leading slash; a fragment is dropped
 */
public record TargetUrl(boolean secure, Endpoint endpoint, String path) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 2_048;
    private static final Pattern PATH = Pattern.compile("/[\\x21\\x22\\x24-\\x7e]*");

    /** IllegalArgumentException for a path that would not stand in a request line, and for an address that is too long. */
    public TargetUrl {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("malformed path");
        }
        if (path.length() + endpoint.toString().length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
    }

    /** Reads an absolute URL; IllegalArgumentException says what is wrong with it, without repeating it. */
    public static TargetUrl parse(String text) {
        return of(syntax(text));
    }

    /** {@code http://} or {@code https://} with that endpoint's usual port when it has none. */
    public static TargetUrl root(boolean secure, Host host, Optional<Integer> port) {
        return new TargetUrl(secure, new Endpoint(host, port.orElse(defaultPort(secure))), "/");
    }

    /** Where a {@code Location} that this address answered leads; IllegalArgumentException as in {@link #parse}. */
    public TargetUrl resolve(String location) {
        URI reference = syntax(location);
        boolean samePage = reference.getScheme() == null
                && reference.getRawAuthority() == null
                && reference.getRawPath().isEmpty();
        return samePage ? sibling(reference) : of(syntax(toString()).resolve(reference));
    }

    /** A reference without a path keeps this one (RFC 3986, 5.2.2); the JDK would go up a step. */
    private TargetUrl sibling(URI reference) {
        String query = URI.create(reference.toASCIIString()).getRawQuery();
        String page = query == null ? path : path.replaceFirst("\\?.*", "") + "?" + query;
        return new TargetUrl(secure, endpoint, page);
    }

    public boolean sameHost(TargetUrl other) {
        return endpoint.host().equals(other.endpoint.host());
    }

    /** The value of the Host header: the port is left out where it is the usual one. */
    public String authority() {
        return endpoint.port() == defaultPort(secure) ? endpoint.host().inUrl() : endpoint.toString();
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + authority() + path;
    }

    private static TargetUrl of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException("only http and https");
        }
        String authority = uri.getRawAuthority();
        if (authority == null) {
            throw new IllegalArgumentException("no host");
        }
        if (authority.contains("@")) {
            throw new IllegalArgumentException("no credentials in a URL");
        }
        boolean secure = scheme.equals("https");
        return new TargetUrl(secure, Endpoint.parse(authority, defaultPort(secure)), path(uri));
    }

    private static String path(URI uri) {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    private static URI syntax(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("half a character");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("malformed: " + e.getReason(), e);
        }
    }

    private static int defaultPort(boolean secure) {
        return secure ? 443 : 80;
    }
}
