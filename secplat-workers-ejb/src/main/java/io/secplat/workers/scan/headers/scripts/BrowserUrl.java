package io.secplat.workers.scan.headers.scripts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheme and host of an address by the rules of the WHATWG URL Standard, which forgives what java.net.URI does not.
 *
 * @param scheme in lower case
 * @param host in lower case and ASCII; empty for addresses that are neither http nor https
 * @param opaque whether nothing can be relative to it
 */
record BrowserUrl(String scheme, String host, boolean opaque) {

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> SPECIAL = Set.of("http", "https", "ftp", "file", "ws", "wss");
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("[/\\\\]{2}.*", Pattern.DOTALL);

    /** Reads the text on a page at that base; empty when a browser could not. */
    static Optional<BrowserUrl> read(String text, Optional<BrowserUrl> base) {
        String clean = text.trim().replaceAll("[\t\n\r]", "");
        Matcher absolute = SCHEME.matcher(clean);
        if (!absolute.matches()) {
            return base.filter(at -> !at.opaque).flatMap(at -> relative(clean, at));
        }
        String scheme = absolute.group(1).toLowerCase(Locale.ROOT);
        String rest = absolute.group(2);
        if (!WEB.contains(scheme)) {
            return Optional.of(new BrowserUrl(scheme, "", !SPECIAL.contains(scheme) && !rest.startsWith("/")));
        }
        Optional<BrowserUrl> same = base.filter(at -> at.scheme.equals(scheme));
        return same.isPresent() ? relative(rest, same.get()) : web(scheme, rest);
    }

    boolean isWeb() {
        return WEB.contains(scheme);
    }

    private static Optional<BrowserUrl> relative(String rest, BrowserUrl base) {
        return base.isWeb() && AUTHORITY.matcher(rest).matches() ? web(base.scheme, rest) : Optional.of(base);
    }

    private static Optional<BrowserUrl> web(String scheme, String rest) {
        String authority = rest.replaceFirst("^[/\\\\]+", "").split("[/\\\\?#]", 2)[0];
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        return BrowserHost.read(hostAndPort).map(host -> new BrowserUrl(scheme, host, false));
    }
}
