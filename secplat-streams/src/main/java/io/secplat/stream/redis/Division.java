package io.secplat.stream.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.secplat.contracts.event.ConsumerGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How an entry is settled together with what takes its place. */
interface Division {

    /** See {@link io.secplat.stream.MessageStream#divide}. */
    void divide(String id, List<Map<String, String>> copies, List<Map<String, String>> deadLetters);

    /** Copies, dead letters and the acknowledgement are one transaction. */
    static Division atOnce(RedisLink link, ConsumerGroup group) {
        String key = group.stream().wire();
        return (id, copies, deadLetters) -> link.transact(key, redis -> {
            List<RedisFuture<?>> sent = new ArrayList<>();
            deadLetters.forEach(letter -> sent.add(redis.xadd(group.stream().deadLetters(), letter)));
            sent.addAll(settling(redis, group, id, copies));
            return sent;
        });
    }

    /** What happens to the stream itself: the copies and the acknowledgement. */
    static List<RedisFuture<?>> settling(
            RedisAsyncCommands<String, String> redis,
            ConsumerGroup group,
            String id,
            List<Map<String, String>> copies) {
        List<RedisFuture<?>> sent = new ArrayList<>();
        copies.forEach(copy -> sent.add(redis.xadd(group.stream().wire(), copy)));
        sent.add(redis.xack(group.stream().wire(), group.wire(), id));
        return sent;
    }
}
