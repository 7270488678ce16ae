package io.secplat.local.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The first message of PostgreSQL's protocol: while the server starts or recovers it answers with an error. */
final class PostgresGreeting {

    private static final int TIMEOUT_MS = 2000;
    private static final int PROTOCOL_3 = 196608;
    private static final int ASKS_FOR_PASSWORD = 'R';

    private PostgresGreeting() {}

    static boolean accepts(int port, String user) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(startup(user));
            return socket.getInputStream().read() == ASKS_FOR_PASSWORD;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] startup(String user) throws IOException {
        byte[] body = ("user\0" + user + "\0database\0" + user + "\0\0").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(8 + body.length);
        out.writeInt(PROTOCOL_3);
        out.write(body);
        return bytes.toByteArray();
    }
}
