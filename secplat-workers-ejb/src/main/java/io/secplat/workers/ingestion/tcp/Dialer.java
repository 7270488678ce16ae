package io.secplat.workers.ingestion.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** Opens connections: every address of a name in turn, all of them together in at most two seconds. */
public final class Dialer {

    private static final Duration CONNECT_AT_MOST = Duration.ofSeconds(2);

    private final NameLookup names;

    public Dialer(NameLookup names) {
        this.names = names;
    }

    /** Asks the resolver of this machine. */
    public static Dialer ofThisMachine() {
        return new Dialer(InetAddress::getAllByName);
    }

    /** A connection whose reads end at the deadline; the caller closes it. */
    public Socket dial(String host, int port, Deadline deadline) throws IOException {
        InetAddress[] addresses = names.addresses(host);
        Deadline connected = Deadline.in(CONNECT_AT_MOST);
        IOException last = new UnknownHostException(host);
        for (int i = 0; i < addresses.length; i++) {
            try {
                int share = connected.leftMs() / (addresses.length - i);
                return connect(new InetSocketAddress(addresses[i], port), share, deadline);
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
