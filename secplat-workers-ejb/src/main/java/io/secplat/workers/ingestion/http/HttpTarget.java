package io.secplat.workers.ingestion.http;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one request goes.
 *
 * @param secure whether over TLS
 * @param host without brackets
 * @param file path and query as they stand in the request line
 */
record HttpTarget(boolean secure, String host, int port, String file) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    /** Reads an absolute http or https address; empty for anything else, and for one with credentials. */
    static Optional<HttpTarget> parse(String text) {
        return VISIBLE.matcher(text).matches() ? read(null, text) : Optional.empty();
    }

    /** Where a {@code Location} leads from here; empty when not to http or https. */
    Optional<HttpTarget> follow(String location) {
        return VISIBLE.matcher(location).matches() ? read(address(), location) : Optional.empty();
    }

    boolean isSameHost(HttpTarget other) {
        return host.equalsIgnoreCase(other.host);
    }

    /** The value of the Host header. */
    String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }

    private String address() {
        return (secure ? "https://" : "http://") + authority() + file;
    }

    private static Optional<HttpTarget> read(@Nullable String base, String text) {
        try {
            URL url = base == null ? new URL(text) : new URL(new URL(base), text);
            boolean web = url.getProtocol().equals("http") || url.getProtocol().equals("https");
            String host = url.getHost().replaceAll("^\\[|]$", "");
            return web && !host.isEmpty() && url.getUserInfo() == null ? Optional.of(of(url, host)) : Optional.empty();
        } catch (MalformedURLException e) {
            return Optional.empty();
        }
    }

    private static HttpTarget of(URL url, String host) {
        String file = url.getFile();
        return new HttpTarget(
                url.getProtocol().equals("https"),
                host,
                url.getPort() < 0 ? url.getDefaultPort() : url.getPort(),
                file.startsWith("/") ? file : "/" + file);
    }
}
