package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Greets the server within its budget and takes whatever it does for an answer. */
final class Greeter {

    private final Line line;
    private final Optional<String> serverName;
    private final ScanLog log;
    private final Budget budget;
    private boolean complete = true;
    private boolean greeted13;
    private boolean keyShare;

    Greeter(Line line, Optional<String> serverName, Clock clock, ScanLog log) {
        this.line = line;
        this.serverName = serverName;
        this.log = log;
        this.budget = new Budget(clock);
    }

    /** Whether every greeting was answered. */
    boolean isComplete() {
        return complete;
    }

    int connections() {
        return budget.connections();
    }

    /** What the server chooses, if it is one of what it was offered; anything else is taken for a no. */
    Optional<ServerFlight> choice(Protocol version, List<CipherSuite> suites) throws InterruptedException {
        return greet(version, suites, false) instanceof Reply.Chosen chosen
                        && suites.contains(chosen.flight().suite())
                        && fits(chosen.flight().version(), version)
                ? Optional.of(chosen.flight())
                : Optional.empty();
    }

    private static boolean fits(Protocol chosen, Protocol asked) {
        return asked == Protocol.TLS_1_3 ? chosen == asked : asked.isAtLeast(chosen);
    }

    /** Whether the server refuses a step down to that version; empty when nobody knows. */
    Optional<Boolean> refusesFallback(Protocol version, List<CipherSuite> suites) throws InterruptedException {
        Reply reply = greet(version, suites, true);
        return reply instanceof Reply.Unknown
                ? Optional.empty()
                : Optional.of(reply instanceof Reply.Refused refused && refused.stepDown());
    }

    /** The kinds of SSL 2.0 that it takes. */
    List<CipherSuite> ssl2() throws InterruptedException {
        if (!take()) {
            return List.of();
        }
        try {
            return line.ask(Ssl2.hello(), Ssl2::read);
        } catch (IOException e) {
            refused(e);
            return List.of();
        }
    }

    /** A server that refuses its first greeting of TLS 1.3 may want a key share; one that wants it gets it from then on. */
    private Reply greet(Protocol version, List<CipherSuite> suites, boolean fallback) throws InterruptedException {
        Reply reply = greetOnce(version, suites, fallback);
        if (version == Protocol.TLS_1_3 && !greeted13) {
            greeted13 = true;
            if (reply instanceof Reply.Refused) {
                keyShare = true;
                return greetOnce(version, suites, fallback);
            }
        }
        return reply;
    }

    private Reply greetOnce(Protocol version, List<CipherSuite> suites, boolean fallback) throws InterruptedException {
        if (!take()) {
            return new Reply.Unknown();
        }
        try {
            byte[] hello = new ClientHello(version, suites, keyShare, serverName, fallback).bytes();
            return new Reply.Chosen(line.ask(hello, ServerFlight::read));
        } catch (IOException e) {
            return refused(e);
        }
    }

    private boolean take() {
        boolean taken = budget.take();
        complete &= taken;
        return taken;
    }

    private Reply refused(IOException failure) {
        if (failure instanceof AlertException alert) {
            return new Reply.Refused(alert.description() == AlertException.INAPPROPRIATE_FALLBACK);
        }
        if (isClosedOrNoTls(failure)) {
            return new Reply.Refused(false);
        }
        complete = false;
        budget.silence();
        log.line(
                "TLS greeting: " + (failure instanceof SocketTimeoutException ? "no answer in time" : "no connection"));
        return new Reply.Unknown();
    }

    private static boolean isClosedOrNoTls(IOException failure) {
        return failure instanceof EOFException
                || failure instanceof ProtocolException
                || (failure instanceof SocketException && !(failure instanceof ConnectException));
    }
}
