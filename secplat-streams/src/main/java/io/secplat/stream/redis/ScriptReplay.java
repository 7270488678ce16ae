package io.secplat.stream.redis;

import io.lettuce.core.ScriptOutputType;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.StreamName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A replay on one Redis is one script, which it runs alone: it moves a letter or finds it gone. Its keys are all streams at once,
 * which a cluster does not allow; see {@link ClusterReplay}.
 */
record ScriptReplay(RedisLink link) implements Replay {

    /** KEYS: the dead letters, then the stream they belong to, then all streams. ARGV: a count of names, the names that are not replayed, ids. */
    private static final String REPLAY =
            """
            local added = {}
            for i = 2, tonumber(ARGV[1]) + 1 do added[ARGV[i]] = true end
            local replayed = {}
            for i = tonumber(ARGV[1]) + 2, #ARGV do
              local found = redis.call('XRANGE', KEYS[1], ARGV[i], ARGV[i])
              if #found > 0 then
                local fields, target = {}, KEYS[2]
                local letter = found[1][2]
                for f = 1, #letter, 2 do
                  if letter[f] == 'original_stream' then
                    for k = 3, #KEYS do
                      if KEYS[k] == letter[f + 1] then target = KEYS[k] end
                    end
                  end
                  if not added[letter[f]] then
                    fields[#fields + 1] = letter[f]
                    fields[#fields + 1] = letter[f + 1]
                  end
                end
                if #fields > 0 then
                  redis.call('XADD', target, '*', unpack(fields))
                  redis.call('XDEL', KEYS[1], ARGV[i])
                  replayed[#replayed + 1] = ARGV[i]
                end
              end
            end
            return replayed
            """;

    @Override
    public Set<String> replay(StreamName stream, Collection<String> ids) {
        List<String> keys = new ArrayList<>(List.of(stream.deadLetters(), stream.wire()));
        Arrays.stream(StreamName.values()).map(StreamName::wire).forEach(keys::add);
        List<String> arguments = new ArrayList<>();
        arguments.add(Integer.toString(FieldNames.NOT_REPLAYED.size()));
        arguments.addAll(FieldNames.NOT_REPLAYED);
        arguments.addAll(ids);
        List<?> replayed = link.ask(redis -> redis.<List<?>>eval(
                REPLAY, ScriptOutputType.MULTI, keys.toArray(String[]::new), arguments.toArray(String[]::new)));
        return replayed.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
