package io.secplat.stream.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A replay on a cluster. Dead letters and streams live in different slots, so it takes three steps: reserve the letters, add the
 * messages to their streams, remove the letters. Reservations lie in the slot of the letters and end by themselves, so several
 * callers at once still replay each letter once; only a crash after the second step replays it again later, with its event id.
 */
record ClusterReplay(RedisLink link) implements Replay {

    /** Longer than the steps that follow may take. */
    private static final Duration RESERVED = Duration.ofSeconds(30);

    /** KEYS: the dead letters, then a reservation for each id. ARGV: milliseconds, ids. Answers id and fields of each letter in turn. */
    private static final String RESERVE =
            """
            local reserved = {}
            for i = 2, #ARGV do
              local found = redis.call('XRANGE', KEYS[1], ARGV[i], ARGV[i])
              if #found > 0 and redis.call('SET', KEYS[i], '1', 'NX', 'PX', ARGV[1]) then
                reserved[#reserved + 1] = ARGV[i]
                reserved[#reserved + 1] = found[1][2]
              end
            end
            return reserved
            """;

    /** KEYS: the dead letters, then a reservation for each id. ARGV: 1 to remove the letters or 0 to leave them, ids. */
    private static final String RELEASE =
            """
            for i = 2, #ARGV do
              if ARGV[1] == '1' then redis.call('XDEL', KEYS[1], ARGV[i]) end
              redis.call('DEL', KEYS[i])
            end
            return #ARGV - 1
            """;

    @Override
    public Set<String> replay(StreamName stream, Collection<String> ids) {
        Map<String, Map<String, String>> reserved = reserve(stream, List.copyOf(new LinkedHashSet<>(ids)));
        List<String> empty = reserved.entrySet().stream()
                .filter(letter -> message(letter.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        release(stream, false, empty);
        empty.forEach(reserved::remove);
        List<String> unused = link.askAll(redis -> reserved.values().stream()
                .map(letter -> add(redis, stream, letter))
                .toList());
        release(stream, true, List.copyOf(reserved.keySet()));
        return Set.copyOf(reserved.keySet());
    }

    private static RedisFuture<String> add(
            RedisClusterAsyncCommands<String, String> redis, StreamName stream, Map<String, String> letter) {
        StreamName target = StreamName.of(letter.getOrDefault(FieldNames.ORIGINAL_STREAM, ""))
                .orElse(stream);
        return redis.xadd(target.wire(), message(letter));
    }

    private static Map<String, String> message(Map<String, String> letter) {
        Map<String, String> message = new LinkedHashMap<>(letter);
        message.keySet().removeAll(FieldNames.NOT_REPLAYED);
        return message;
    }

    private Map<String, Map<String, String>> reserve(StreamName stream, List<String> ids) {
        Map<String, Map<String, String>> reserved = new LinkedHashMap<>();
        List<?> reply = run(RESERVE, stream, Long.toString(RESERVED.toMillis()), ids);
        for (int i = 0; i + 1 < reply.size(); i += 2) {
            reserved.put(String.valueOf(reply.get(i)), fields((List<?>) reply.get(i + 1)));
        }
        return reserved;
    }

    private static Map<String, String> fields(List<?> flat) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            fields.put(String.valueOf(flat.get(i)), String.valueOf(flat.get(i + 1)));
        }
        return fields;
    }

    private void release(StreamName stream, boolean remove, List<String> ids) {
        if (!ids.isEmpty()) {
            List<?> unused = run(RELEASE, stream, remove ? "1" : "0", ids);
        }
    }

    private List<?> run(String script, StreamName stream, String first, List<String> ids) {
        List<String> keys = new ArrayList<>(List.of(stream.deadLetters()));
        ids.forEach(id -> keys.add("{" + stream.deadLetters() + "}.replay." + id));
        List<String> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(ids);
        return link.ask(redis -> redis.<List<?>>eval(
                script, ScriptOutputType.MULTI, keys.toArray(String[]::new), arguments.toArray(String[]::new)));
    }
}
