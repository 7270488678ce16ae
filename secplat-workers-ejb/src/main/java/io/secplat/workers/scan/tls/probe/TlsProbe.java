package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.CipherSuites;
import io.secplat.workers.scan.tls.rating.Offer;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
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

    private final Line line;
    private final Optional<String> serverName;
    private final ScanLog log;
    private final Budget budget;
    private final Notes notes = new Notes();

    /** @param serverName for SNI; empty for an address */
    public TlsProbe(Line line, Optional<String> serverName, Clock clock, ScanLog log) {
        this.line = line;
        this.serverName = serverName;
        this.log = log;
        this.budget = new Budget(clock);
    }

    /** Looks once; a probe is not used twice. */
    public Sight look() throws InterruptedException {
        version(Protocol.TLS_1_3);
        downFrom(Protocol.TLS_1_2);
        if (notes.isEmpty()) {
            oneByOne();
        }
        ssl2();
        preference();
        fallback();
        return notes.sight(budget.connections());
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
        List<CipherSuite> left = new ArrayList<>(CipherSuites.of(asked));
        Optional<ServerFlight> first = choice(asked, left);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Protocol version = first.get().version();
        notes.add(first.get());
        left.retainAll(CipherSuites.of(version));
        left.removeAll(notes.known());
        rest(version, left);
        tell(version);
        return Optional.of(version);
    }

    private void rest(Protocol version, List<CipherSuite> left) throws InterruptedException {
        while (!left.isEmpty()) {
            Optional<ServerFlight> next = choice(version, left).filter(flight -> flight.version() == version);
            if (next.isEmpty()) {
                return;
            }
            notes.add(next.get());
            left.remove(next.get().suite());
        }
    }

    /** What the server chooses, if it is one of what it was offered; anything else is taken for a no. */
    private Optional<ServerFlight> choice(Protocol version, List<CipherSuite> suites) throws InterruptedException {
        return ask(version, suites, false) instanceof Reply.Chosen chosen
                        && suites.contains(chosen.flight().suite())
                        && version.isAtLeast(chosen.flight().version())
                        && (version == Protocol.TLS_1_3) == (chosen.flight().version() == Protocol.TLS_1_3)
                ? Optional.of(chosen.flight())
                : Optional.empty();
    }

    private void ssl2() throws InterruptedException {
        if (!budget.take()) {
            notes.complete = false;
            return;
        }
        try {
            List<CipherSuite> kinds = line.ask(Ssl2.hello(), Ssl2::read);
            if (!kinds.isEmpty()) {
                notes.add(Protocol.SSL_2, kinds);
                tell(Protocol.SSL_2);
            }
        } catch (IOException e) {
            reply(e);
        }
    }

    /** Offers what it took in the opposite order. */
    private void preference() throws InterruptedException {
        Optional<Offer> offer = notes.comparable().stream()
                .filter(seen -> seen.suites().size() > 1)
                .findFirst();
        if (offer.isEmpty()) {
            return;
        }
        List<CipherSuite> reversed = new ArrayList<>(offer.get().suites());
        Collections.reverse(reversed);
        notes.ownPreference = choice(offer.get().version(), reversed)
                .map(flight -> !flight.suite().equals(reversed.get(0)));
    }

    private void fallback() throws InterruptedException {
        List<Offer> offers = notes.comparable();
        if (offers.size() < 2) {
            return;
        }
        Protocol lower = offers.get(1).version();
        Reply reply = ask(lower, CipherSuites.of(lower), true);
        if (!(reply instanceof Reply.Unknown)) {
            notes.fallbackRefused = Optional.of(reply instanceof Reply.Refused refused && refused.stepDown());
        }
    }

    private Reply ask(Protocol version, List<CipherSuite> suites, boolean fallback) throws InterruptedException {
        if (!budget.take()) {
            notes.complete = false;
            return new Reply.Unknown("the limits of a look are spent");
        }
        try {
            byte[] hello = new ClientHello(version, suites, serverName, fallback).bytes();
            return new Reply.Chosen(line.ask(hello, ServerFlight::read));
        } catch (IOException e) {
            return reply(e);
        }
    }

    private Reply reply(IOException failure) {
        if (failure instanceof AlertException alert) {
            return new Reply.Refused(
                    String.valueOf(alert.getMessage()), alert.description() == AlertException.INAPPROPRIATE_FALLBACK);
        }
        boolean closed = failure instanceof EOFException
                || failure instanceof ProtocolException
                || (failure instanceof SocketException && !(failure instanceof ConnectException));
        if (closed) {
            return new Reply.Refused("closed or no TLS", false);
        }
        notes.complete = false;
        budget.silence();
        String reason = failure instanceof SocketTimeoutException ? "no answer in time" : "no connection";
        log.line("TLS greeting: " + reason);
        return new Reply.Unknown(reason);
    }

    private void tell(Protocol version) {
        notes.offers().stream()
                .filter(offer -> offer.version() == version)
                .forEach(offer -> log.line(version.title() + ": " + names(offer)));
    }

    private static String names(Offer offer) {
        return offer.suites().stream().map(CipherSuite::name).collect(Collectors.joining(", "));
    }
}
