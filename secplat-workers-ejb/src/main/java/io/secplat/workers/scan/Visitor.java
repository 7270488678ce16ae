package io.secplat.workers.scan;

import io.secplat.guard.Endpoint;
import io.secplat.guard.GuardedConnection;
import io.secplat.guard.GuardedConnections;
import io.secplat.guard.GuardedHttp;
import io.secplat.guard.HttpAnswer;
import io.secplat.guard.HttpAsk;
import io.secplat.guard.TargetRefusedException;
import io.secplat.guard.TargetUrl;
import io.secplat.guard.TimeLimits;
import io.secplat.guard.TlsPeer;
import io.secplat.guard.TlsTrust;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How scanners speak to a target: through the guard, telling the log. A target that the guard refuses ends the scan with
 * {@link ScanFailedException}; one that does not answer is a result.
 */
public final class Visitor {

    /** Of one conversation. */
    public static final TimeLimits LIMITS = new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final GuardedConnections connections;
    private final GuardedHttp http;

    public Visitor(GuardedConnections connections, GuardedHttp http) {
        this.connections = connections;
        this.http = http;
    }

    /** A GET of that page, which takes any certificate, follows redirects on the same host, and shows how it went. */
    public static HttpAsk page(TargetUrl url) {
        return HttpAsk.of(url)
                .within(LIMITS)
                .trusting(TlsTrust.OBSERVED)
                .following(HttpAsk.Redirects.SAME_HOST)
                .atMost(0);
    }

    public Visit get(HttpAsk ask, ScanLog log) throws InterruptedException {
        return visit(ask, () -> http.get(ask), log);
    }

    /**
     * What a TLS handshake with the host of a page shows, whether its certificate is good or not, and what came of asking for the
     * page over the same connection. Redirects are not followed.
     */
    public Handshake handshake(HttpAsk ask, ScanLog log) throws InterruptedException {
        stopIfAsked();
        Endpoint endpoint = ask.url().endpoint();
        String what = "TLS handshake with " + endpoint + ": ";
        try (GuardedConnection connection = connections.tls(endpoint, TlsTrust.OBSERVED, ask.limits())) {
            TlsPeer peer = connection.tls().orElseThrow();
            log.line(what + "TLS " + peer.version());
            return new Handshake.Stands(peer, visit(ask, () -> http.get(ask, connection), log));
        } catch (IOException e) {
            Visit.Silent silent = silent(e, what, log);
            return new Handshake.Fails(silent.reason(), silent.cause());
        }
    }

    /** One question. */
    private interface Question {
        HttpAnswer ask() throws IOException;
    }

    private static Visit visit(HttpAsk ask, Question question, ScanLog log) throws InterruptedException {
        stopIfAsked();
        String what = ask.method() + " " + shown(ask.url()) + ": ";
        try {
            Visit.Answered answered = new Visit.Answered(question.ask());
            log.line(what + answered.answer().status());
            return answered;
        } catch (IOException e) {
            return silent(e, what, log);
        }
    }

    /** Reads what a target answers. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(InputStream answer) throws IOException;
    }

    /** Says these bytes to the target over TCP and reads the answer; failures are those of {@link GuardedConnections}. */
    public <T> T ask(Endpoint endpoint, byte[] bytes, TimeLimits limits, Reader<T> reader)
            throws IOException, InterruptedException {
        stopIfAsked();
        try (GuardedConnection connection = connections.tcp(endpoint, limits)) {
            return converse(connection, bytes, reader);
        } catch (TargetRefusedException e) {
            throw new ScanFailedException(String.valueOf(e.getMessage()));
        }
    }

    private static <T> T converse(GuardedConnection connection, byte[] bytes, Reader<T> reader) throws IOException {
        try {
            connection.output().write(bytes);
            connection.output().flush();
            return reader.read(new BufferedInputStream(connection.input()));
        } catch (IOException e) {
            throw connection.explained(e);
        }
    }

    /** Why a chain that was seen is not believed, see {@link GuardedConnections#distrust}. */
    public Optional<String> distrust(List<X509Certificate> chain) {
        return connections.distrust(chain);
    }

    /** What came of a TLS handshake. */
    public sealed interface Handshake {

        /** @param page what came of asking for the page */
        record Stands(TlsPeer peer, Visit page) implements Handshake {}

        /** @param reason for people */
        record Fails(String reason, IOException cause) implements Handshake {}
    }

    private static Visit.Silent silent(IOException failure, String what, ScanLog log) {
        if (failure instanceof TargetRefusedException refused) {
            throw new ScanFailedException(String.valueOf(refused.getMessage()));
        }
        String reason = Silences.reason(failure);
        log.line(what + reason);
        return new Visit.Silent(reason, failure);
    }

    /** Without its query, which may hold what is nobody's business. */
    private static String shown(TargetUrl url) {
        return url.toString().replaceFirst("\\?.*", "");
    }

    private static void stopIfAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
