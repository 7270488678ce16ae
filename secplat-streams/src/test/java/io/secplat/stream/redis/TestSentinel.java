package io.secplat.stream.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real master on loopback, its replica, and a sentinel that looks after them as {@code main}. */
record TestSentinel(RedisProcess master, RedisProcess replica, RedisProcess sentinel, int door)
        implements AutoCloseable {

    private static final List<String> IN_MEMORY =
            List.of("--save", "", "--appendonly", "no", "--repl-diskless-sync-delay", "0");

    /** Open to everybody. */
    static TestSentinel in(Path directory) throws IOException {
        List<Integer> ports = RedisProcess.freePorts(3);
        int door = ports.get(0);
        RedisProcess master = new RedisProcess(directory, door, IN_MEMORY);
        RedisProcess replica = new RedisProcess(directory, ports.get(1), replicaOf(door));
        List<String> options = List.of(config(directory, door, "").toString(), "--sentinel");
        return new TestSentinel(master, replica, new RedisProcess(directory, ports.get(2), options), ports.get(2))
                .complete();
    }

    /** With passwords and TLS everywhere. */
    static TestSentinel in(Path directory, TestSecurity security) throws IOException {
        List<Integer> ports = RedisProcess.freePorts(6);
        int door = ports.get(3);
        Optional<String> password = Optional.of(TestSecurity.PASSWORD);
        RedisProcess master =
                new RedisProcess(directory, ports.get(0), password, plus(IN_MEMORY, security.server(door)));
        RedisProcess replica = new RedisProcess(
                directory, ports.get(1), password, plus(replicaOf(door), security.server(ports.get(4))));
        Path config = config(directory, door, security.sentinel(ports.get(5)));
        RedisProcess sentinel = new RedisProcess(
                directory,
                ports.get(2),
                Optional.of(TestSecurity.SENTINEL_PASSWORD),
                List.of(config.toString(), "--sentinel"));
        return new TestSentinel(master, replica, sentinel, ports.get(5)).complete();
    }

    private static List<String> replicaOf(int port) {
        return plus(IN_MEMORY, List.of("--replicaof", "127.0.0.1 " + port));
    }

    private static List<String> plus(List<String> options, List<String> more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        return all;
    }

    private static Path config(Path directory, int master, String more) throws IOException {
        return Files.writeString(
                directory.resolve("sentinel.conf"),
                """
                sentinel monitor main 127.0.0.1 %s 1
                sentinel down-after-milliseconds main 700
                sentinel failover-timeout main 3000
                %s
                """
                        .formatted(master, more));
    }

    private TestSentinel complete() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> replica.ask("INFO replication").contains("master_link_status:up")
                        && sentinel.ask("INFO sentinel").contains("slaves=1"));
        return this;
    }

    /** Where clients ask the sentinel, and what for. */
    String place() {
        return "127.0.0.1:" + door + "#main";
    }

    @Override
    public void close() {
        List.of(sentinel, replica, master).forEach(RedisProcess::close);
    }
}
