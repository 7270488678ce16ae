package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.CipherSuites;
import io.secplat.workers.scan.tls.rating.Offer;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out what a server offers: offers all suites of a version, drops the one it chose and asks again, until it chooses none.
 * A server picks the newest version it has that is no newer than the greeting's (RFC 5246, appendix E.1), so that a refusal
 * stands for all older versions as well. Whatever the server does is a result.
 */
public final class TlsProbe {

    private final Greeter greeter;
    private final ScanLog log;
    private final Notes notes = new Notes();

    /** @param serverName for SNI; empty for an address */
    public TlsProbe(Line line, Optional<String> serverName, Clock clock, ScanLog log) {
        this.greeter = new Greeter(line, serverName, clock, log);
        this.log = log;
    }

    /** Looks once; a probe is not used twice. */
    public Sight look() throws InterruptedException {
        version(Protocol.TLS_1_3);
        downFrom(Protocol.TLS_1_2);
        if (notes.offers().isEmpty()) {
            oneByOne();
        }
        ssl2();
        Optional<Boolean> ownPreference = preference();
        Optional<Boolean> fallbackRefused = fallback();
        return notes.sight(ownPreference, fallbackRefused, greeter.isComplete(), greeter.connections());
    }

    private void downFrom(Protocol newest) throws InterruptedException {
        Optional<Protocol> asked = Optional.of(newest);
        while (asked.isPresent()) {
            asked = version(asked.get()).flatMap(TlsProbe::olderThan);
        }
    }

    private static Optional<Protocol> olderThan(Protocol version) {
        return Protocol.of(version.code() - 1);
    }

    /** Some servers know no greeting but their own version's. */
    private void oneByOne() throws InterruptedException {
        for (Protocol version : List.of(Protocol.TLS_1_1, Protocol.TLS_1_0, Protocol.SSL_3)) {
            version(version);
        }
    }

    /** The version that the server answered with, its suites noted; empty when it did not. */
    private Optional<Protocol> version(Protocol asked) throws InterruptedException {
        Optional<ServerFlight> first = greeter.choice(asked, CipherSuites.of(asked));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Protocol version = first.get().version();
        notes.add(first.get());
        rest(version);
        if (version == Protocol.SSL_3) {
            blocksOfSsl3();
        }
        tell(version);
        return Optional.of(version);
    }

    private void rest(Protocol version) throws InterruptedException {
        List<CipherSuite> left = new ArrayList<>(CipherSuites.of(version));
        left.removeAll(notes.known());
        Optional<ServerFlight> next = next(version, left);
        while (next.isPresent()) {
            notes.add(next.get());
            left.remove(next.get().suite());
            next = next(version, left);
        }
    }

    private Optional<ServerFlight> next(Protocol version, List<CipherSuite> left) throws InterruptedException {
        return left.isEmpty()
                ? Optional.empty()
                : greeter.choice(version, left).filter(flight -> flight.version() == version);
    }

    /** What newer versions take as well is not asked for again, but POODLE hangs on CBC in SSL 3.0 itself. */
    private void blocksOfSsl3() throws InterruptedException {
        if (notes.of(Protocol.SSL_3).stream().noneMatch(CipherSuite::isCbc)) {
            List<CipherSuite> blocks = CipherSuites.of(Protocol.SSL_3).stream()
                    .filter(CipherSuite::isCbc)
                    .toList();
            next(Protocol.SSL_3, blocks).ifPresent(notes::add);
        }
    }

    private void ssl2() throws InterruptedException {
        List<CipherSuite> kinds = greeter.ssl2();
        if (!kinds.isEmpty()) {
            notes.add(Protocol.SSL_2, kinds);
            tell(Protocol.SSL_2);
        }
    }

    /** Offers what it took in the opposite order. */
    private Optional<Boolean> preference() throws InterruptedException {
        Optional<Offer> offer = notes.comparable().stream()
                .filter(seen -> seen.suites().size() > 1)
                .findFirst();
        if (offer.isEmpty()) {
            return Optional.empty();
        }
        List<CipherSuite> reversed = new ArrayList<>(offer.get().suites());
        Collections.reverse(reversed);
        return greeter.choice(offer.get().version(), reversed)
                .map(flight -> !flight.suite().equals(reversed.get(0)));
    }

    private Optional<Boolean> fallback() throws InterruptedException {
        List<Offer> offers = notes.comparable();
        if (offers.size() < 2) {
            return Optional.empty();
        }
        Protocol lower = offers.get(1).version();
        return greeter.refusesFallback(lower, CipherSuites.of(lower));
    }

    private void tell(Protocol version) {
        String names = notes.of(version).stream().map(CipherSuite::name).collect(Collectors.joining(", "));
        log.line(version.title() + ": " + names);
    }
}
