package io.secplat.workers.scan.headers.scripts;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the host of an http address by the host parser of the WHATWG URL Standard. Resolves nothing. */
final class BrowserHost {

    private static final Pattern SHAPE = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::([0-9]*))?");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20#/:<>?@\\[\\\\\\]^|%\\x7F]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final int LONGEST_NUMBER = 12;
    private static final int MOST_PORT = 65_535;

    private BrowserHost() {}

    /** The host in lower case and ASCII; empty when host or port are malformed. */
    static Optional<String> read(String hostAndPort) {
        Matcher parts = SHAPE.matcher(hostAndPort);
        if (!parts.matches() || !isPort(parts.group(2))) {
            return Optional.empty();
        }
        String host = parts.group(1);
        return host.startsWith("[") ? sixth(host) : ascii(decoded(host)).flatMap(BrowserHost::host);
    }

    private static boolean isPort(String digits) {
        return digits == null
                || digits.isEmpty()
                || (digits.replaceFirst("^0+", "").length() <= 5 && Integer.parseInt("0" + digits) <= MOST_PORT);
    }

    /** A literal in brackets is never looked up. */
    private static Optional<String> sixth(String literal) {
        try {
            InetAddress.getByName(literal);
            return Optional.of(literal);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String host) {
        byte[] bytes = host.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            out.write(low < 0 ? bytes[i] : high * 16 + low);
            i += low < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Optional<String> ascii(String host) {
        try {
            boolean plain = host.chars().allMatch(c -> c < 128);
            return Optional.of((plain ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String name) {
        if (name.isEmpty() || FORBIDDEN.matcher(name).find()) {
            return Optional.empty();
        }
        return endsInNumber(name) ? fourth(labels(name)) : Optional.of(name);
    }

    private static boolean endsInNumber(String host) {
        String[] labels = labels(host);
        return NUMBER.matcher(labels[labels.length - 1]).matches();
    }

    /** Of one to four numbers, the last fills what the others leave. */
    private static Optional<String> fourth(String[] labels) {
        if (labels.length > 4 || !Arrays.stream(labels).allMatch(BrowserHost::isNumber)) {
            return Optional.empty();
        }
        long last = number(labels[labels.length - 1]);
        long[] first = Arrays.stream(labels)
                .limit(labels.length - 1L)
                .mapToLong(BrowserHost::number)
                .toArray();
        if (last >= 1L << (8 * (4 - first.length)) || Arrays.stream(first).anyMatch(part -> part > 255)) {
            return Optional.empty();
        }
        long address = last;
        for (int i = 0; i < first.length; i++) {
            address += first[i] << (8 * (3 - i));
        }
        return Optional.of(dotted(address));
    }

    private static String dotted(long address) {
        return (address >> 24) + "." + ((address >> 16) & 255) + "." + ((address >> 8) & 255) + "." + (address & 255);
    }

    private static boolean isNumber(String label) {
        return NUMBER.matcher(label).matches() && label.length() <= LONGEST_NUMBER;
    }

    /** A dot at the end ends the name and begins no label. */
    private static String[] labels(String host) {
        return host.replaceFirst("\\.$", "").split("\\.", -1);
    }

    private static long number(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        if (lower.startsWith("0x")) {
            return Long.parseLong("0" + lower.substring(2), 16);
        }
        if (lower.length() > 1 && lower.startsWith("0")) {
            return lower.matches("[0-7]+") ? Long.parseLong(lower, 8) : Long.MAX_VALUE;
        }
        return Long.parseLong(lower);
    }
}
