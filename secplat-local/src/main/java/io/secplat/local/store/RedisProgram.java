package io.secplat.local.store;

import io.secplat.local.process.Command;
import io.secplat.local.process.Program;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Redis 7 with an append-only file that is synced every second. The environment variable {@value #SERVER} names the program
 * of another one, say a newer Redis or a Valkey, to be started in its place.
 */
public record RedisProgram(Path home, int port) implements Program {

    private static final String SERVER = "SECPLAT_REDIS_SERVER";
    private static final String VERSION = "7.0.15";
    private static final int TIMEOUT_MS = 2000;

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Command prepare() throws IOException {
        Path data = Files.createDirectories(home.resolve("data"));
        return new Command(
                List.of(
                        binary().toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--dir",
                        data.toAbsolutePath().toString(),
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "everysec",
                        "--save",
                        "",
                        "--maxmemory-policy",
                        "noeviction"),
                data);
    }

    @Override
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private Path binary() throws IOException {
        String other = System.getenv(SERVER);
        return other == null || other.isBlank() ? shipped() : chosen(Path.of(other));
    }

    private static Path chosen(Path program) throws IOException {
        if (!Files.isExecutable(program)) {
            throw new IOException(SERVER + " names no program that can be run: " + program);
        }
        return program;
    }

    private Path shipped() throws IOException {
        Platform platform = Platform.current();
        String resource = "/redis-server-" + VERSION + "-" + platform.os() + "-" + platform.redisArchitecture();
        Path binary = home.toAbsolutePath().resolve("redis-server-" + VERSION);
        if (!Files.exists(binary)) {
            Path partial = home.resolve("redis-server.partial");
            try (InputStream in = Platform.resource(RedisProgram.class, resource)) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            Platform.makeExecutable(partial);
            Files.move(partial, binary, StandardCopyOption.ATOMIC_MOVE);
        }
        return binary;
    }
}
