package io.secplat.workers.scan.tls.rating;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All suites that servers were ever seen with, best first: a server that leaves the choice to the client shows what modern
 * clients get.
 */
public final class CipherSuites {

    private static final String LIST = "cipher-suites.txt";

    private static final Comparator<CipherSuite> BEST_FIRST = Comparator.comparing(CipherSuite::isWeak)
            .thenComparing(suite -> !suite.isForwardSecret())
            .thenComparing(suite -> !suite.isAead())
            .thenComparing(CipherSuite::isAnonymous)
            .thenComparing(suite -> -suite.bits())
            .thenComparing(suite -> -suite.code());

    private static final List<CipherSuite> ALL = read();
    private static final Map<Integer, CipherSuite> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(CipherSuite::code, Function.identity()));

    private CipherSuites() {}

    public static List<CipherSuite> all() {
        return ALL;
    }

    /** What a client may offer with that version. */
    public static List<CipherSuite> of(Protocol version) {
        return ALL.stream().filter(suite -> belongs(suite, version)).toList();
    }

    /** The suite of that number; one without a name when nobody knows it. */
    public static CipherSuite of(int code) {
        CipherSuite known = BY_CODE.get(code);
        return known == null ? new CipherSuite(code, String.format("TLS_UNKNOWN_WITH_%04X", code)) : known;
    }

    private static boolean belongs(CipherSuite suite, Protocol version) {
        if (suite.isSsl2() || suite.isTls13()) {
            return version == (suite.isSsl2() ? Protocol.SSL_2 : Protocol.TLS_1_3);
        }
        boolean newer = suite.isAead()
                || suite.name().endsWith("_SHA256")
                || suite.name().endsWith("_SHA384");
        return newer ? version == Protocol.TLS_1_2 : version != Protocol.SSL_2 && version != Protocol.TLS_1_3;
    }

    private static List<CipherSuite> read() {
        try (InputStream in = Objects.requireNonNull(CipherSuites.class.getResourceAsStream(LIST), LIST)) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new CipherSuite(Integer.parseInt(parts[0], 16), parts[1]))
                    .sorted(BEST_FIRST)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
