package io.secplat.stream.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A real cluster on loopback for tests: three masters that share all slots, and replicas if wanted. */
final class TestCluster implements AutoCloseable {

    private static final int SLOTS = 16384;
    private static final int MASTERS = 3;
    /** Dealt out in turn, so that the stream of most tests and its dead letters are on different servers. */
    private static final int RANGES = 9;

    private final List<RedisProcess> nodes = new ArrayList<>();
    private final List<Integer> doors = new ArrayList<>();
    private final Optional<TestSecurity> security;

    TestCluster(Path directory) throws IOException {
        this(directory, Optional.empty());
    }

    /** With a password and TLS everywhere, if there is a security. */
    TestCluster(Path directory, Optional<TestSecurity> security) throws IOException {
        this.security = security;
        List<Integer> ports = RedisProcess.freePorts(3 * MASTERS);
        for (int n = 0; n < MASTERS; n++) {
            start(directory, ports.get(n), ports.get(MASTERS + n), ports.get(2 * MASTERS + n));
        }
        for (int n = 0; n < RANGES; n++) {
            int from = n * SLOTS / RANGES;
            int to = (n + 1) * SLOTS / RANGES - 1;
            must(nodes.get(n % MASTERS), "CLUSTER ADDSLOTSRANGE " + from + " " + to);
        }
        for (int n = 1; n < MASTERS; n++) {
            must(nodes.get(n), "CLUSTER MEET 127.0.0.1 " + doors.get(0) + " " + ports.get(MASTERS));
        }
        awaitWhole();
    }

    private RedisProcess start(Path directory, int port, int busPort, int tlsPort) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--cluster-enabled",
                "yes",
                "--cluster-port",
                Integer.toString(busPort),
                "--cluster-node-timeout",
                "1500",
                "--save",
                "",
                "--appendonly",
                "no",
                "--repl-diskless-sync-delay",
                "0"));
        security.ifPresent(guarded -> {
            options.addAll(guarded.server(tlsPort));
            options.addAll(List.of("--tls-cluster", "yes"));
        });
        RedisProcess node = new RedisProcess(directory, port, security.map(guarded -> TestSecurity.PASSWORD), options);
        nodes.add(node);
        doors.add(security.isPresent() ? tlsPort : port);
        return node;
    }

    /** A replica of the server that holds the key. */
    RedisProcess addReplica(Path directory, String key) throws IOException {
        RedisProcess master = holderOf(key);
        String id = master.ask("CLUSTER MYID");
        List<Integer> ports = RedisProcess.freePorts(3);
        RedisProcess replica = start(directory, ports.get(0), ports.get(1), ports.get(2));
        String bus = nodes.get(0)
                .ask("CLUSTER NODES")
                .lines()
                .filter(line -> line.contains("myself"))
                .map(line -> line.replaceAll(".*@(\\d+).*", "$1"))
                .findFirst()
                .orElseThrow();
        must(replica, "CLUSTER MEET 127.0.0.1 " + doors.get(0) + " " + bus);
        await().until(() -> replica.ask("CLUSTER REPLICATE " + id).equals("+OK"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> replica.ask("INFO replication").contains("master_link_status:up"));
        awaitWhole();
        return replica;
    }

    /** The server that has the slot of the key. */
    RedisProcess holderOf(String key) throws IOException {
        for (RedisProcess node : nodes) {
            if (node.ask("EXISTS " + key).startsWith(":")) {
                return node;
            }
        }
        throw new IllegalStateException("nobody holds " + key);
    }

    /** How many commands the servers had to send elsewhere since they started. */
    long redirected() throws IOException {
        long sum = 0;
        for (RedisProcess node : nodes) {
            sum += node.ask("INFO errorstats")
                    .lines()
                    .filter(line -> line.startsWith("errorstat_MOVED:count="))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
        return sum;
    }

    private void awaitWhole() {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            for (RedisProcess node : nodes) {
                String info = node.ask("CLUSTER INFO");
                if (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:" + nodes.size())) {
                    return false;
                }
            }
            return true;
        });
    }

    private static void must(RedisProcess node, String command) throws IOException {
        String reply = node.ask(command);
        if (!reply.equals("+OK")) {
            throw new IllegalStateException(command + ": " + reply);
        }
    }

    String url() {
        return "redis-cluster://" + places();
    }

    /** Where clients reach its servers. */
    String places() {
        return doors.stream().map(door -> "127.0.0.1:" + door).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        nodes.forEach(RedisProcess::close);
    }
}
