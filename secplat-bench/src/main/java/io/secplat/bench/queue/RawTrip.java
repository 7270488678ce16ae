package io.secplat.bench.queue;

import io.lettuce.core.Consumer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The reference: XADD, XREADGROUP and XACK of the same fields by a bare client, in batches of the same size. */
final class RawTrip {

    private static final String STREAM = "bench.raw";
    private static final String GROUP = "bench";

    private final String url;
    private final Map<String, String> fields;

    RawTrip(String url, Map<String, String> fields) {
        this.url = url;
        this.fields = fields;
    }

    /** Nanoseconds for so many messages, from the first XADD to the last XACK. */
    long run(int messages, int batch) throws ExecutionException, InterruptedException {
        RedisClient client = RedisClient.create(RedisURI.create(url));
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisAsyncCommands<String, String> redis = connection.async();
            redis.del(STREAM).get();
            redis.xgroupCreate(StreamOffset.from(STREAM, "0"), GROUP, XGroupCreateArgs.Builder.mkstream())
                    .get();
            connection.setAutoFlushCommands(false);
            long start = System.nanoTime();
            for (int sent = 0; sent < messages; sent += batch) {
                add(connection, redis, Math.min(batch, messages - sent));
            }
            for (int read = 0; read < messages; ) {
                read += take(connection, redis, batch);
            }
            return System.nanoTime() - start;
        } finally {
            client.shutdown();
        }
    }

    private void add(
            StatefulRedisConnection<String, String> connection, RedisAsyncCommands<String, String> redis, int n)
            throws ExecutionException, InterruptedException {
        List<RedisFuture<String>> added = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            added.add(redis.xadd(STREAM, fields));
        }
        connection.flushCommands();
        for (RedisFuture<String> one : added) {
            one.get();
        }
    }

    @SuppressWarnings("unchecked")
    private static int take(
            StatefulRedisConnection<String, String> connection, RedisAsyncCommands<String, String> redis, int batch)
            throws ExecutionException, InterruptedException {
        RedisFuture<List<StreamMessage<String, String>>> read = redis.xreadgroup(
                Consumer.from(GROUP, "one"), XReadArgs.Builder.count(batch), StreamOffset.lastConsumed(STREAM));
        connection.flushCommands();
        String[] ids = read.get().stream().map(StreamMessage::getId).toArray(String[]::new);
        RedisFuture<Long> settled = redis.xack(STREAM, GROUP, ids);
        connection.flushCommands();
        return Math.toIntExact(settled.get());
    }
}
