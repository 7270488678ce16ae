package io.secplat.stream.redis;

import io.secplat.contracts.event.StreamName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of which one master has a replica. */
@Timeout(120)
class ClusterFailoverTest implements FailoverContract {

    @TempDir
    private Path directory;

    private TestCluster cluster;
    private RedisProcess master;
    private RedisProcess replica;
    private RedisServer server;
    private RedisCourier courier;

    @BeforeEach
    void start() throws IOException {
        cluster = new TestCluster(directory);
        master = cluster.holderOf(StreamName.DERIVE.wire());
        replica = cluster.addReplica(directory, StreamName.DERIVE.wire());
        server = RedisServer.at(Optional.of(cluster.url()), Duration.ofSeconds(2));
        courier = new RedisCourier(server);
    }

    @AfterEach
    void stop() {
        server.close();
        cluster.close();
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
