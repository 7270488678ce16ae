package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.MessageStream;
import java.io.IOException;
import java.nio.file.Files;
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

    private RedisProcess master;
    private RedisProcess replica;
    private RedisProcess sentinel;
    private RedisServer server;
    private RedisCourier courier;

    @BeforeEach
    void start() throws IOException {
        List<Integer> ports = RedisProcess.freePorts(3);
        String masterPort = Integer.toString(ports.get(0));
        List<String> memory = List.of("--save", "", "--appendonly", "no", "--repl-diskless-sync-delay", "0");
        master = new RedisProcess(directory, ports.get(0), memory);
        replica = new RedisProcess(
                directory,
                ports.get(1),
                List.of("--save", "", "--appendonly", "no", "--replicaof", "127.0.0.1 " + masterPort));
        Path file = Files.writeString(
                directory.resolve("sentinel.conf"),
                """
                sentinel monitor main 127.0.0.1 %s 1
                sentinel down-after-milliseconds main 700
                sentinel failover-timeout main 3000
                """
                        .formatted(masterPort));
        sentinel = new RedisProcess(directory, ports.get(2), List.of(file.toString(), "--sentinel"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> replica.ask("INFO replication").contains("master_link_status:up")
                        && sentinel.ask("INFO sentinel").contains("slaves=1"));
        server = RedisServer.at(
                Optional.of("redis-sentinel://127.0.0.1:" + sentinel.port() + "#main"), Duration.ofSeconds(2));
        courier = new RedisCourier(server);
    }

    @AfterEach
    void stop() {
        server.close();
        List.of(sentinel, replica, master).forEach(RedisProcess::close);
    }

    @Test
    void a_master_that_is_relieved_while_a_reader_waits_is_left_for_the_new_one() throws IOException {
        MessageStream stream = courier.open(ConsumerGroup.DERIVERS, "one");
        stream.read(1, Duration.ZERO);
        assertThat(sentinel.ask("SENTINEL FAILOVER main")).isEqualTo("+OK");
        await().atMost(FAILOVER)
                .until(() -> replica.ask("INFO replication").contains("role:master")
                        && master.ask("INFO replication").contains("role:slave"));

        await().atMost(FAILOVER)
                .ignoreException(CourierUnavailableException.class)
                .untilAsserted(() -> stream.divide("1-0", List.of(Map.of("n", "after")), List.of()));
        await().atMost(FAILOVER)
                .ignoreException(CourierUnavailableException.class)
                .until(() -> !stream.read(1, Duration.ofMillis(200)).isEmpty());
        assertThat(replica.ask("EXISTS " + StreamName.DERIVE.wire())).isEqualTo(":1");
    }

    @Override
    public RedisProcess master() {
        return master;
    }

    @Override
    public RedisProcess replica() {
        return replica;
    }

    @Override
    public RedisCourier courier() {
        return courier;
    }
}
