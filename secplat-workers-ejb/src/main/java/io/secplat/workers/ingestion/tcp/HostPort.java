package io.secplat.workers.ingestion.tcp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code host:port}; an IPv6 address stands in brackets. */
public record HostPort(String host, int port) {

    private static final Pattern SHAPE = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^\\s:/@\\[\\]]+)):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    /** Reads it; empty when the text is none or the port is not 1 to 65 535. */
    public static Optional<HostPort> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        int port = Integer.parseInt(matcher.group(3));
        return port < 1 || port > HIGHEST_PORT ? Optional.empty() : Optional.of(new HostPort(host, port));
    }
}
