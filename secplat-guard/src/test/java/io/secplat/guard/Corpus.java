package io.secplat.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The URLs of the data files, and a resolver that knows the names in them. */
final class Corpus {

    static final String PORTS = "8080,8443";

    private static final String PUBLIC = "93.184.215.14";
    private static final Pattern ESCAPE = Pattern.compile("\\\\u\\{([0-9a-f]+)}");

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("localhost", List.of("127.0.0.1", "::1")),
            Map.entry("loopback.attacker.test", List.of("127.0.0.1")),
            Map.entry("loopback6.attacker.test", List.of("::1")),
            Map.entry("both.attacker.test", List.of(PUBLIC, "127.0.0.1")),
            Map.entry("mapped.attacker.test", List.of("::ffff:127.0.0.1")),
            Map.entry("nat64.attacker.test", List.of("64:ff9b::7f00:1")),
            Map.entry("sixtofour.attacker.test", List.of("2002:7f00:1::")),
            Map.entry("intranet.attacker.test", List.of("10.20.30.40")),
            Map.entry("second.attacker.test", List.of(PUBLIC, "192.168.7.7")),
            Map.entry("unique-local.attacker.test", List.of("fd12::1")),
            Map.entry("shared.attacker.test", List.of("100.64.0.1")),
            Map.entry("link-local.attacker.test", List.of("fe80::1")),
            Map.entry("metadata.attacker.test", List.of("169.254.169.254")),
            Map.entry("metadata6.attacker.test", List.of("fd00:ec2::254")),
            Map.entry("mapped-metadata.attacker.test", List.of("::ffff:a9fe:a9fe")),
            Map.entry("last.attacker.test", List.of(PUBLIC, "2a00:1450:4001:81b::200e", "169.254.169.254")),
            Map.entry("metadata.google.internal", List.of("169.254.169.254")),
            Map.entry("documentation.attacker.test", List.of("2001:db8::1")),
            Map.entry("zero.attacker.test", List.of("0.0.0.0")),
            Map.entry("zero6.attacker.test", List.of("::")),
            Map.entry("multicast.attacker.test", List.of("224.0.0.251")),
            Map.entry("empty.attacker.test", List.of()),
            Map.entry("example.com", List.of(PUBLIC, "2606:2800:220:1:248:1893:25c8:1946")));

    private Corpus() {}

    /** The lines of a file without its remarks. */
    static Stream<String> lines(String file) {
        InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream("/guard/" + file));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return Arrays.stream(reader.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A URL with its escapes undone. */
    static String url(String written) {
        return ESCAPE.matcher(written)
                .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(code.group(1), 16))));
    }

    /** Knows the names of the table; whatever is below {@code example} or {@code example.com} is public. */
    static List<InetAddress> resolve(String name) throws IOException {
        boolean unreserved = Pattern.matches("(.*\\.)?example(\\.(com|net|org))?", name);
        if (!NAMES.containsKey(name) && !unreserved) {
            throw new UnknownHostException(name);
        }
        return NAMES.getOrDefault(name, List.of(PUBLIC)).stream()
                .map(Corpus::address)
                .toList();
    }

    static InetAddress address(String literal) {
        return Host.parse(literal).literal().orElseThrow();
    }
}
