package io.secplat.guard;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Opens TCP and TLS connections to targets that the guard allows, to the very address that was checked: no name is resolved
 * twice. TLS names the host (SNI) and verifies the certificate for the name. No proxy is used.
 *
 * <p>Failures: {@link TargetRefusedException}; UnknownHostException when the name does not resolve; ConnectException,
 * NoRouteToHostException and the like; SocketTimeoutException when the time was up; SSLException when TLS failed.
 */
public final class GuardedConnections implements AutoCloseable {

    private final TargetGuard guard;
    private final TlsHandshake handshake;
    private final ChainVerifier chains;
    private final Watchdog watchdog = new Watchdog();

    public GuardedConnections(TargetGuard guard, TrustedRoots roots, Clock clock) {
        this.guard = guard;
        this.handshake = new TlsHandshake(roots, clock);
        this.chains = new ChainVerifier(roots, clock);
    }

    /** A plain TCP connection. */
    public GuardedConnection tcp(Endpoint endpoint, TimeLimits limits) throws IOException {
        Dialed dialed = dial(endpoint, limits);
        return new GuardedConnection(dialed.socket(), dialed.watch(), null);
    }

    /** A TLS connection after its handshake. */
    public GuardedConnection tls(Endpoint endpoint, TlsTrust trust, TimeLimits limits) throws IOException {
        Dialed dialed = dial(endpoint, limits);
        try {
            TlsHandshake.Secured secured = handshake.over(dialed.socket(), endpoint, trust);
            return new GuardedConnection(secured.socket(), dialed.watch(), secured.peer());
        } catch (IOException e) {
            dialed.giveUp();
            throw GuardedConnection.explained(e, dialed.watch());
        }
    }

    /**
     * Why a chain that was seen on the wire, the host's own certificate first, is not believed; empty when it is. Its name and
     * the end of the host's own certificate are not looked at.
     */
    public Optional<String> distrust(List<X509Certificate> chain) {
        return chains.distrust(chain);
    }

    private record Dialed(Socket socket, Watchdog.Watch watch) {
        void giveUp() {
            watch.end();
            Watchdog.closeQuietly(socket);
        }
    }

    private Verdict.Allowed allowed(Endpoint endpoint) throws IOException {
        Verdict verdict = guard.check(endpoint);
        if (verdict instanceof Verdict.Allowed allowed) {
            return allowed;
        }
        Verdict.Refused refused = (Verdict.Refused) verdict;
        if (refused.refusal() == Refusal.UNRESOLVED) {
            throw new UnknownHostException(endpoint.host().value());
        }
        throw new TargetRefusedException(refused);
    }

    private Dialed dial(Endpoint endpoint, TimeLimits limits) throws IOException {
        long start = System.nanoTime();
        Verdict.Allowed target = allowed(endpoint);
        TimeLimits left = limits.since(start);
        long end = System.nanoTime() + left.connect().toNanos();
        IOException last = new ConnectException("no address");
        for (InetAddress address : target.addresses()) {
            try {
                return connect(new InetSocketAddress(address, endpoint.port()), end, left);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private Dialed connect(InetSocketAddress address, long end, TimeLimits limits) throws IOException {
        long patience = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (patience <= 0) {
            throw new SocketTimeoutException("no connection within " + limits.connect());
        }
        Socket socket = new Socket(Proxy.NO_PROXY);
        Dialed dialed = new Dialed(socket, watchdog.over(socket, limits.total()));
        try {
            socket.connect(address, Math.toIntExact(patience));
            return dialed;
        } catch (IOException e) {
            dialed.giveUp();
            throw e;
        }
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
