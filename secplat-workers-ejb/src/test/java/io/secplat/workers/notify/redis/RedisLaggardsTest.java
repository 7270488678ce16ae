package io.secplat.workers.notify.redis;

import io.secplat.stream.redis.RedisLink;
import io.secplat.stream.redis.RedisServer;
import io.secplat.stream.redis.TestRedis;
import io.secplat.workers.notify.pipeline.order.Laggards;
import io.secplat.workers.notify.pipeline.order.LaggardsContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class RedisLaggardsTest implements LaggardsContract {

    private static TestRedis redis;

    private final RedisServer server = RedisServer.at(Optional.of(redis.url()));
    private final RedisLink link = server.link();
    private final Laggards tested = new RedisLaggards(link);

    @BeforeAll
    static void startRedis(@TempDir Path directory) throws IOException {
        redis = new TestRedis(directory);
    }

    @AfterAll
    static void stopRedis() throws IOException {
        redis.close();
    }

    @BeforeEach
    void empty() {
        link.ask(commands -> commands.flushall());
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Override
    public Laggards laggards() {
        return tested;
    }
}
