package io.secplat.workers.ingestion.tcp;

import io.secplat.guard.Endpoint;
import io.secplat.guard.TargetGuard;
import io.secplat.guard.TargetUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * Opens connections that the guard allows, to the very addresses that it checked: every address of a name in turn, all of
 * them together in at most two seconds.
 */
public final class Dialer {

    private static final Duration CONNECT_AT_MOST = Duration.ofSeconds(2);

    private final TargetGuard guard;

    public Dialer(TargetGuard guard) {
        this.guard = guard;
    }

    /** Whether a redirect may be followed to there. */
    public boolean mayFollow(TargetUrl stated, TargetUrl next) {
        return guard.mayFollow(stated, next);
    }

    /** A connection whose reads end at the deadline; the caller closes it. TargetRefusedException when it may not be. */
    public Socket dial(Endpoint target, Deadline deadline) throws IOException {
        List<InetAddress> addresses = guard.admit(target);
        Deadline connected = Deadline.in(CONNECT_AT_MOST);
        IOException last = new UnknownHostException(target.host().value());
        for (int i = 0; i < addresses.size(); i++) {
            try {
                int share = connected.leftMs() / (addresses.size() - i);
                return connect(new InetSocketAddress(addresses.get(i), target.port()), share, deadline);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private static Socket connect(InetSocketAddress address, int mostMs, Deadline deadline) throws IOException {
        Socket socket = new DeadlineSocket(deadline);
        try {
            socket.connect(address, Math.max(1, Math.min(mostMs, deadline.leftMs())));
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
