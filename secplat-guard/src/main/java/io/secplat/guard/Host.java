package io.secplat.guard;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host name in lower-case ASCII, or an address in its usual notation (an IPv6 address without brackets). Numbers that some
 * resolvers take for an address ({@code 0x7f.1}, {@code 2130706433}, {@code 010.0.0.1}) are no hosts.
 */
public final class Host {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final int LONGEST_NAME = 253;

    private final String value;
    private final Optional<InetAddress> literal;

    private Host(String value, Optional<InetAddress> literal) {
        this.value = value;
        this.literal = literal;
    }

    /** Reads a name or an address; IllegalArgumentException for anything else. International names become ASCII. */
    public static Host parse(String text) {
        String ascii = ascii(text);
        if (IPV4.matcher(ascii).matches() || IPV6.matcher(ascii).matches()) {
            InetAddress address = address(ascii);
            return new Host(address.getHostAddress(), Optional.of(address));
        }
        if (!isName(ascii)) {
            throw new IllegalArgumentException("not a host name");
        }
        return new Host(ascii, Optional.empty());
    }

    /** The name or address as text. */
    public String value() {
        return value;
    }

    /** The address, when the host is one. */
    public Optional<InetAddress> literal() {
        return literal;
    }

    /** As it stands in a URL: an IPv6 address in brackets. */
    public String inUrl() {
        return value.indexOf(':') >= 0 ? "[" + value + "]" : value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Host host && host.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }

    private static String ascii(String text) {
        String name = text.chars().allMatch(c -> c < 128) ? text : international(text);
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** The JDK's own words repeat a part of the text, and those of the caller's are not for logs. */
    private static String international(String text) {
        try {
            return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a host name", e);
        }
    }

    private static boolean isName(String name) {
        String[] labels = name.split("\\.", -1);
        return name.length() <= LONGEST_NAME
                && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches())
                && !NUMBER.matcher(labels[labels.length - 1]).matches();
    }

    /** Asks nobody: the text is an address by its shape. */
    private static InetAddress address(String shaped) {
        try {
            return InetAddress.getByName(shaped);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }
}
