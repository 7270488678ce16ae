package io.secplat.guard;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Opens TCP and TLS connections to targets that the guard allows, to the very address that was checked: no name is resolved
 * twice. TLS names the host (SNI) and verifies the certificate for the name. No proxy is used.
 *
 * <p>All callers share one {@link Pace}.
 *
 * <p>Failures: {@link TargetRefusedException}; UnknownHostException when the name does not resolve; ConnectException,
 * NoRouteToHostException and the like; SocketTimeoutException when the time was up; SSLException when TLS failed;
 * InterruptedIOException when the thread was interrupted while it waited for its turn or for the name.
 */
public final class GuardedConnections implements AutoCloseable {

    private final TargetGuard guard;
    private final TlsHandshake handshake;
    private final ChainVerifier chains;
    private final Pace pace;
    private final Watchdog watchdog = new Watchdog();

    /** At the usual pace. */
    public GuardedConnections(TargetGuard guard, TrustedRoots roots, Clock clock) {
        this(guard, roots, clock, Pace.of(Pace.DEFAULT_PER_SECOND));
    }

    public GuardedConnections(TargetGuard guard, TrustedRoots roots, Clock clock, Pace pace) {
        this.guard = guard;
        this.handshake = new TlsHandshake(roots, clock);
        this.chains = new ChainVerifier(roots, clock);
        this.pace = pace;
    }

    /** A plain TCP connection, when it is the caller's turn; the time counts from there. */
    public GuardedConnection tcp(Endpoint endpoint, TimeLimits limits) throws IOException {
        pace.await(endpoint.host());
        return tcpNow(endpoint, limits);
    }

    /** A TLS connection after its handshake, when it is the caller's turn; the time counts from there. */
    public GuardedConnection tls(Endpoint endpoint, TlsTrust trust, TimeLimits limits) throws IOException {
        pace.await(endpoint.host());
        return tlsNow(endpoint, trust, limits);
    }

    TargetGuard guard() {
        return guard;
    }

    Pace pace() {
        return pace;
    }

    GuardedConnection tcpNow(Endpoint endpoint, TimeLimits limits) throws IOException {
        Dialed dialed = dial(endpoint, limits);
        return new GuardedConnection(dialed.socket(), dialed.watch(), null);
    }

    GuardedConnection tlsNow(Endpoint endpoint, TlsTrust trust, TimeLimits limits) throws IOException {
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

    private Dialed dial(Endpoint endpoint, TimeLimits limits) throws IOException {
        long start = System.nanoTime();
        List<InetAddress> addresses = guard.admit(endpoint);
        TimeLimits left = limits.since(start);
        long end = System.nanoTime() + left.connect().toNanos();
        IOException last = new ConnectException("no address");
        for (InetAddress address : addresses) {
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
