package io.secplat.workers.scan.tls.probe;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A server that speaks no TLS, in one of several manners. */
final class OddServer implements Closeable {

    enum Manner {
        SILENT,
        DRIPPING,
        CLOSING,
        HTTP,
        ENDLESS
    }

    private final ServerSocket server;
    private final Manner manner;

    OddServer(Manner manner) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        this.manner = manner;
        Thread thread = new Thread(this::serve, "odd-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                converse(client);
            } catch (IOException e) {
                // The client left, as it should.
                continue;
            }
        }
    }

    private void converse(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        switch (manner) {
            case SILENT -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
            case DRIPPING -> drip(client, out);
            case CLOSING -> client.getInputStream().read();
            case HTTP -> out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            case ENDLESS -> flood(out);
            default -> throw new IllegalStateException();
        }
    }

    /** Empty warnings of an unknown name: valid, and leading nowhere. */
    private static void flood(OutputStream out) throws IOException {
        byte[] warning = {21, 3, 3, 0, 2, 1, 112};
        for (int i = 0; i < 100_000; i++) {
            out.write(warning);
        }
    }

    private static void drip(Socket client, OutputStream out) throws IOException {
        client.setSoTimeout(20);
        InputStream in = client.getInputStream();
        byte[] start = {22, 3, 3, 64, 0};
        for (int i = 0; !client.isClosed(); i++) {
            out.write(i < start.length ? start[i] : 2);
            waitABit(in);
        }
    }

    private static void waitABit(InputStream in) throws IOException {
        try {
            in.read(new byte[512]);
        } catch (SocketTimeoutException e) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
