package io.secplat.stream.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletableFuture;

/** A connection to one server; commands that were written together travel together. */
record SingleWire(StatefulRedisConnection<String, String> connection) implements Wire {

    SingleWire {
        connection.setAutoFlushCommands(false);
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
        return connection.async();
    }

    @Override
    public void flush() {
        connection.flushCommands();
    }

    @Override
    public CompletableFuture<Void> close() {
        return connection.closeAsync();
    }
}
