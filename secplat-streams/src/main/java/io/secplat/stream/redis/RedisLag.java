package io.secplat.stream.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.secplat.contracts.event.StreamName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many entries a group has not read. Redis is believed only when it says 0: after a restart from an append-only file it may say
 * too many for ever, since claims that are replayed move the group on without counting, and after a deletion it may not know. Then
 * the entries behind the last delivered one are counted: up to {@value #EXACT} exactly, beyond that what Redis believes counts, within
 * what was counted and the length.
 */
record RedisLag(RedisLink link) {

    /** Entries up to which a lag is exact; more are not counted, lest a long backlog keep Redis from its work. */
    static final int EXACT = 1000;

    /** One key, as a cluster wants it. KEYS: the stream. ARGV: the first id that counts, how many to count at most. */
    private static final String COUNT = "return #redis.call('XRANGE', KEYS[1], ARGV[1], '+', 'COUNT', ARGV[2])";

    /** A group of a stream. */
    record Reader(StreamName stream, String group) {

        static Reader of(RedisGroups.Group group) {
            return new Reader(group.stream(), group.name());
        }
    }

    /** The lag of each group; one round trip, and none when Redis says 0 of all of them. */
    Map<Reader, Long> of(List<RedisGroups.Group> groups, Map<StreamName, Long> lengths) {
        Map<Reader, Long> lags = new HashMap<>();
        groups.forEach(group -> lags.put(Reader.of(group), 0L));
        List<RedisGroups.Group> behind =
                groups.stream().filter(group -> !group.isSaidToHaveReadAll()).toList();
        List<Long> counts = link.askAll(
                redis -> behind.stream().map(group -> count(redis, group)).toList());
        for (int i = 0; i < behind.size(); i++) {
            RedisGroups.Group group = behind.get(i);
            long length = lengths.getOrDefault(group.stream(), 0L);
            lags.put(Reader.of(group), lag(counts.get(i), group.lag() == null ? length : group.lag(), length));
        }
        return lags;
    }

    private static RedisFuture<Long> count(RedisClusterAsyncCommands<String, String> redis, RedisGroups.Group group) {
        String first = EntryId.parse(group.lastDelivered()).next().toString();
        return redis.eval(
                COUNT,
                ScriptOutputType.INTEGER,
                new String[] {group.stream().wire()},
                first,
                Integer.toString(EXACT + 1));
    }

    private static long lag(long counted, long believed, long length) {
        return counted <= EXACT ? counted : Math.max(EXACT, Math.min(believed, length));
    }
}
