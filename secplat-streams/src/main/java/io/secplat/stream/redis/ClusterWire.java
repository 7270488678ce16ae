package io.secplat.stream.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.concurrent.CompletableFuture;

/**
 * Connections to the masters of a cluster. They are opened at once, since commands that wait for one to open may overtake each
 * other. Commands are sent as they are written: one that is redirected is written again later, and nobody would flush it.
 */
record ClusterWire(StatefulRedisClusterConnection<String, String> connection) implements Wire {

    static ClusterWire open(StatefulRedisClusterConnection<String, String> connection) {
        ClusterWire wire = new ClusterWire(connection);
        connection.getPartitions().stream()
                .filter(node -> node.is(RedisClusterNode.NodeFlag.UPSTREAM) && !node.hasNoSlots())
                .forEach(wire::warm);
        return wire;
    }

    private void warm(RedisClusterNode master) {
        try {
            StatefulRedisConnection<String, String> unused = to(master);
        } catch (RedisException e) {
            // The others may well answer; who needs this one is told when asking it.
            return;
        }
    }

    private StatefulRedisConnection<String, String> to(RedisClusterNode node) {
        RedisURI uri = node.getUri();
        return connection.getConnection(uri.getHost(), uri.getPort());
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public RedisClusterAsyncCommands<String, String> commands() {
        return connection.async();
    }

    @Override
    public RedisAsyncCommands<String, String> holderOf(String key) {
        RedisClusterNode master = connection.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
        if (master == null) {
            throw new RedisException("no server of the cluster holds the slot of this key");
        }
        return to(master).async();
    }

    @Override
    public void flush() {}

    @Override
    public CompletableFuture<Void> close() {
        return connection.closeAsync();
    }
}
