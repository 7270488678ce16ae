package io.secplat.stream.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.List;

/** A cluster. Each connection after the first one asks anew who holds which slots, since the last one failed for a reason. */
final class ClusterDeployment implements Deployment {

    private static final Duration REFRESH_PAUSE = Duration.ofSeconds(1);

    private final RedisClusterClient client;
    private boolean known;

    ClusterDeployment(List<RedisURI> seeds, RedisAccess access) {
        client = RedisClusterClient.create(seeds);
        client.setOptions(Deployment.careful(ClusterClientOptions.builder(), access)
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .adaptiveRefreshTriggersTimeout(REFRESH_PAUSE)
                        .build())
                .build());
    }

    @Override
    public synchronized Wire connect() {
        if (known) {
            client.refreshPartitions();
        }
        Wire wire = ClusterWire.open(client.connect(StringCodec.UTF8));
        known = true;
        return wire;
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, CONNECT_TIMEOUT);
    }
}
