package io.secplat.stream.redis;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real redis-server on loopback as a process that can be killed, for deployments of several servers. */
final class RedisProcess implements AutoCloseable {

    private static final int PATIENCE_MS = 2000;

    private final int port;
    private final Optional<String> password;
    private final Process process;

    /** Starts it with these options, in a folder of its own. */
    RedisProcess(Path directory, int port, List<String> options) throws IOException {
        this(directory, port, Optional.empty(), options);
    }

    /** The same with options that ask for a password. */
    RedisProcess(Path directory, int port, Optional<String> password, List<String> options) throws IOException {
        this.port = port;
        this.password = password;
        Path home = Files.createDirectories(directory.resolve("redis-" + port));
        List<String> command =
                new ArrayList<>(List.of(RedisBinary.provider().get().getAbsolutePath()));
        command.addAll(options);
        command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--dir", home.toString()));
        process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        await().ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> ask("PING").equals("+PONG"));
    }

    /** Ports that are free now, all different. */
    static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    int port() {
        return port;
    }

    /** The reply to one command: its first line, or the text itself. */
    String ask(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            String login = password.map(secret -> "AUTH " + secret + "\r\n").orElse("");
            socket.getOutputStream().write((login + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            if (!login.isEmpty() && !"+OK".equals(in.readLine())) {
                throw new IOException("the password is refused");
            }
            String first = in.readLine();
            if (first == null || !first.startsWith("$")) {
                return String.valueOf(first);
            }
            char[] text = new char[Integer.parseInt(first.substring(1))];
            int read = 0;
            while (read < text.length) {
                int more = in.read(text, read, text.length - read);
                if (more < 0) {
                    throw new IOException("the reply is cut off");
                }
                read += more;
            }
            return new String(text);
        }
    }

    /** Ends it at once, as a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("redis-server does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
