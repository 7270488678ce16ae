package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.MessageStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A master, its replica, and a sentinel that looks after them. */
@Timeout(120)
class SentinelFailoverTest implements FailoverContract {

    @TempDir
    private Path directory;

    private TestSentinel redis;
    private RedisServer server;
    private RedisCourier courier;

    @BeforeEach
    void start() throws IOException {
        redis = TestSentinel.in(directory);
        server = RedisServer.at(Optional.of("redis-sentinel://" + redis.place()), Duration.ofSeconds(2));
        courier = new RedisCourier(server);
    }

    @AfterEach
    void stop() {
        server.close();
        redis.close();
    }

    @Test
    void a_master_that_is_relieved_while_a_reader_waits_is_left_for_the_new_one() throws IOException {
        MessageStream stream = courier.open(ConsumerGroup.DERIVERS, "one");
        stream.read(1, Duration.ZERO);
        assertThat(redis.sentinel().ask("SENTINEL FAILOVER main")).isEqualTo("+OK");
        await().atMost(FAILOVER)
                .until(() -> redis.replica().ask("INFO replication").contains("role:master")
                        && redis.master().ask("INFO replication").contains("role:slave"));

        await().atMost(FAILOVER)
                .ignoreException(CourierUnavailableException.class)
                .untilAsserted(() -> stream.divide("1-0", List.of(Map.of("n", "after")), List.of()));
        await().atMost(FAILOVER)
                .ignoreException(CourierUnavailableException.class)
                .until(() -> !stream.read(1, Duration.ofMillis(200)).isEmpty());
        assertThat(redis.replica().ask("EXISTS " + StreamName.DERIVE.wire())).isEqualTo(":1");
    }

    @Override
    public RedisProcess master() {
        return redis.master();
    }

    @Override
    public RedisProcess replica() {
        return redis.replica();
    }

    @Override
    public RedisCourier courier() {
        return courier;
    }
}
