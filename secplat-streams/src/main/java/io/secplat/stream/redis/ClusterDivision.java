package io.secplat.stream.redis;

import io.secplat.contracts.event.ConsumerGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * On a cluster a stream and its dead letters live in different slots, which no transaction spans. So the dead letters come
 * first, and then the copies and the acknowledgement as one transaction. A crash in between repeats the message, and a dead letter
 * may then stand there twice, with one event id.
 */
final class ClusterDivision implements Division {

    private final RedisLink letters;
    private final RedisLink transactions;
    private final ConsumerGroup group;
    /** Entries whose dead letters are stored and that could not be acknowledged yet. */
    private final Set<String> buried = ConcurrentHashMap.newKeySet();

    ClusterDivision(RedisLink letters, RedisLink transactions, ConsumerGroup group) {
        this.letters = letters;
        this.transactions = transactions;
        this.group = group;
    }

    @Override
    public void divide(String id, List<Map<String, String>> copies, List<Map<String, String>> deadLetters) {
        if (!deadLetters.isEmpty() && !buried.contains(id)) {
            List<String> unused = letters.askAll(redis -> deadLetters.stream()
                    .map(letter -> redis.xadd(group.stream().deadLetters(), letter))
                    .toList());
            buried.add(id);
        }
        transactions.transact(group.stream().wire(), redis -> Division.settling(redis, group, id, copies));
        buried.remove(id);
    }
}
