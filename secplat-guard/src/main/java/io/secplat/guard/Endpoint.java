package io.secplat.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a TCP port. */
public record Endpoint(Host host, int port) {

    private static final Pattern SHAPE = Pattern.compile("(?:\\[([^\\[\\]]+)]|([^:\\[\\]]+))(?::([0-9]{1,5}))?");

    public Endpoint {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be 1 to 65535");
        }
    }

    /** Reads {@code host:port}, an IPv6 address in brackets; IllegalArgumentException for other text. */
    public static Endpoint parse(String text) {
        return parse(text, -1);
    }

    /** As {@link #parse(String)}, with the port to take where the text has none. */
    public static Endpoint parse(String text, int defaultPort) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not host:port");
        }
        if (parts.group(1) != null && parts.group(1).indexOf(':') < 0) {
            throw new IllegalArgumentException("only an IPv6 address stands in brackets");
        }
        Host host = Host.parse(parts.group(1) != null ? parts.group(1) : parts.group(2));
        return new Endpoint(host, parts.group(3) == null ? defaultPort : Integer.parseInt(parts.group(3)));
    }

    @Override
    public String toString() {
        return host.inUrl() + ":" + port;
    }
}
