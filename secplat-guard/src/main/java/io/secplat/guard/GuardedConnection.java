package io.secplat.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An open connection to an address that was checked; it closes by itself when its time is up. */
public final class GuardedConnection implements AutoCloseable {

    private final Socket socket;
    private final Watchdog.Watch watch;
    private final @Nullable TlsPeer tls;

    GuardedConnection(Socket socket, Watchdog.Watch watch, @Nullable TlsPeer tls) {
        this.socket = socket;
        this.watch = watch;
        this.tls = tls;
    }

    /** The address that is spoken to. */
    public InetAddress address() {
        return socket.getInetAddress();
    }

    /** What the TLS handshake showed; empty for plain TCP. */
    public Optional<TlsPeer> tls() {
        return Optional.ofNullable(tls);
    }

    /** What the peer says; an end of the time shows as any failure of a closed socket, see {@link #explained}. */
    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    /** What the peer is told. */
    public OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    /** The failure as the caller should see it: one that came from the end of the time is a SocketTimeoutException. */
    public IOException explained(IOException failure) {
        return explained(failure, watch);
    }

    static IOException explained(IOException failure, Watchdog.Watch watch) {
        if (!watch.isExpired() || failure instanceof SocketTimeoutException) {
            return failure;
        }
        SocketTimeoutException timeout = new SocketTimeoutException("the time is up");
        timeout.initCause(failure);
        return timeout;
    }

    @Override
    public void close() {
        watch.end();
        Watchdog.closeQuietly(socket);
    }
}
