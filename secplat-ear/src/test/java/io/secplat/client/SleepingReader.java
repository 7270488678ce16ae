package io.secplat.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Opens an event stream and reads nothing, with little room for what comes: as a browser does whose computer sleeps. */
public final class SleepingReader implements AutoCloseable {

    private static final int SMALL = 4_096;

    private final Socket socket = new Socket();

    private SleepingReader() {}

    public static SleepingReader open(URI base, String path, String token) throws IOException {
        SleepingReader reader = new SleepingReader();
        reader.socket.setReceiveBufferSize(SMALL);
        reader.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), base.getPort()));
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\n\r\n";
        reader.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return reader;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
