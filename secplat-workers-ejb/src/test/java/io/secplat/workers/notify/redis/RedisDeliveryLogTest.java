package io.secplat.workers.notify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.stream.redis.RedisLink;
import io.secplat.stream.redis.RedisServer;
import io.secplat.stream.redis.TestRedis;
import io.secplat.workers.notify.Acceptance;
import io.secplat.workers.notify.ChannelName;
import io.secplat.workers.notify.DeliveryLog;
import io.secplat.workers.notify.DeliveryLogContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisDeliveryLogTest implements DeliveryLogContract {

    private static TestRedis redis;

    private final RedisServer server = RedisServer.at(Optional.of(redis.url()));
    private final RedisLink link = server.link();
    private final DeliveryLog log = new RedisDeliveryLog(link);

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
    public DeliveryLog log() {
        return log;
    }

    @Test
    void it_forgets_after_seven_days() {
        log.remember("k", ChannelName.SLACK, new Acceptance("e", 1, Instant.EPOCH, null));

        List<String> keys = link.ask(commands -> commands.keys("*"));
        assertThat(keys).hasSize(1);
        long seconds = link.ask(commands -> commands.ttl(keys.get(0)));
        assertThat(seconds)
                .isBetween(
                        Duration.ofDays(7).toSeconds() - 5, Duration.ofDays(7).toSeconds());
    }
}
