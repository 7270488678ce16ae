package io.secplat.stream.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletableFuture;

/** An open connection, to one server or to all servers of a cluster. */
interface Wire {

    boolean isOpen();

    /** What one server and a cluster understand alike. */
    RedisClusterAsyncCommands<String, String> commands();

    /** The server that holds the key; throws a RedisException when none does. */
    RedisAsyncCommands<String, String> holderOf(String key);

    /** Sends what was written since. */
    void flush();

    CompletableFuture<Void> close();
}
