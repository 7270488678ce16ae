package io.secplat.stream.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.EventPublisher;
import java.util.List;
import java.util.Map;

/** Adds events to Redis streams, those of one call in one pipeline. */
record RedisEventPublisher(RedisLink link) implements EventPublisher {

    @Override
    public void publish(List<Outgoing> events) {
        if (!events.isEmpty()) {
            link.askAll(redis -> events.stream().map(event -> add(redis, event)).toList());
        }
    }

    private static RedisFuture<String> add(RedisClusterAsyncCommands<String, String> redis, Outgoing event) {
        return redis.xadd(event.stream().wire(), event.fields());
    }

    @Override
    public void bury(StreamName stream, Map<String, String> deadLetter) {
        link.ask(redis -> redis.xadd(stream.deadLetters(), deadLetter));
    }
}
