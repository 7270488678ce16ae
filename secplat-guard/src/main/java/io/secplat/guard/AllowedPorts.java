package io.secplat.guard;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports that a URL may lead to besides 80, 443 and the one that an asset itself states (setting SECPLAT_ALLOWED_PORTS): a
 * redirect must not turn a scan into a walk over the ports of a host.
 */
public record AllowedPorts(List<Span> spans) {

    /** 80 and 443 alone. */
    public static final AllowedPorts WEB = new AllowedPorts(List.of());

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int HIGHEST = 65_535;

    public AllowedPorts {
        spans = List.copyOf(spans);
    }

    /** Ports from the first to the last, both included; 1 to 65 535. */
    public record Span(int first, int last) {
        public Span {
            if (first < 1 || last < first || last > HIGHEST) {
                throw new IllegalArgumentException("ports are 1 to 65535, the lower one first");
            }
        }

        boolean contains(int port) {
            return first <= port && port <= last;
        }
    }

    /** Reads a comma list of ports and spans, {@code 8080,8440-8443}; IllegalArgumentException names the one at fault. */
    public static AllowedPorts parse(String setting) {
        return new AllowedPorts(Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(AllowedPorts::span)
                .toList());
    }

    public boolean contain(int port) {
        return port == HTTP || port == HTTPS || spans.stream().anyMatch(span -> span.contains(port));
    }

    private static Span span(String text) {
        Matcher parts = SHAPE.matcher(text);
        try {
            if (!parts.matches()) {
                throw new IllegalArgumentException("neither a port nor two with a hyphen");
            }
            int first = Integer.parseInt(parts.group(1));
            return new Span(first, parts.group(2) == null ? first : Integer.parseInt(parts.group(2)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("SECPLAT_ALLOWED_PORTS: not a port: \"" + text + "\"", e);
        }
    }
}
