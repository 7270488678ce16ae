package io.secplat.stream.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** A real Redis on loopback for tests, without files; can be stopped and started again on the same port. */
public final class TestRedis implements AutoCloseable {

    private final int port;
    private final Path directory;
    private RedisServer server;

    public TestRedis(Path directory) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        this.directory = directory;
        start();
    }

    public void start() throws IOException {
        server = RedisServer.builder()
                .redisExecProvider(RedisBinary.provider())
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("dir " + directory)
                .build();
        server.start();
    }

    public void stop() throws IOException {
        server.stop();
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
