package io.secplat.stream.redis;

import io.secplat.stream.ConcurrentConsumerContract;
import io.secplat.stream.Courier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RedisConcurrencyTest implements ConcurrentConsumerContract {

    private static TestRedis redis;

    private final RedisServer server = RedisServer.at(Optional.of(redis.url()), Duration.ofSeconds(2));
    private final RedisCourier courier = new RedisCourier(server);

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
        server.link().ask(commands -> commands.flushall());
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Override
    public Courier courier() {
        return courier;
    }
}
