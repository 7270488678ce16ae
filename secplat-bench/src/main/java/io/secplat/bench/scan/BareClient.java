package io.secplat.bench.scan;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The reference: connects, shakes hands in full, gets the page, closes; again and again, and nothing else. */
final class BareClient {

    private static final int THREADS = 8;
    private static final String HOST = "site-1.bench.example";
    private static final byte[] ASK =
            ("GET / HTTP/1.1\r\nHost: " + HOST + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

    private final SSLContext context;
    private final int port;

    BareClient(Sites sites) throws IOException, GeneralSecurityException {
        this.context = sites.keys().client();
        this.port = sites.port();
    }

    /** Pages a second. */
    double perSecond(Duration length) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        Callable<Long> client = () -> pages(end);
        long pages = 0;
        try {
            for (Future<Long> one : threads.invokeAll(Collections.nCopies(THREADS, client))) {
                pages += one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a site does not answer", e.getCause());
        } finally {
            threads.shutdownNow();
        }
        return pages * 1e9 / (System.nanoTime() - begin);
    }

    private long pages(long end) throws IOException {
        long pages = 0;
        while (System.nanoTime() < end) {
            get();
            pages++;
        }
        return pages;
    }

    private void get() throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, HOST, port, true)) {
            socket.getOutputStream().write(ASK);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            // So that the next handshake is a whole one again.
            socket.getSession().invalidate();
        }
    }
}
