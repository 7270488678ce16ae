package io.secplat.workers.notify.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.secplat.stream.redis.RedisBaton;
import io.secplat.stream.redis.RedisLink;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One key per channel and dedupe key, {@code {secplat:notify}:letter:<channel>:<sha-256>}, gone after seven days; and one per
 * channel and subject for the message that tells of it.
 */
public final class RedisDeliveryLog implements DeliveryLog {

    private static final Duration MEMORY = Duration.ofDays(7);
    private static final Duration THREADS = Duration.ofDays(30);

    /** The baton is looked at and the keys are set in one step, so that no attempt begins after it was passed on. */
    private static final String BEGIN =
            """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            for i = 2, #KEYS do
              local found = redis.call('GET', KEYS[i])
              if not found or string.sub(found, 1, 1) ~= 'A' then
                redis.call('SET', KEYS[i], ARGV[3], 'EX', ARGV[2])
              end
            end
            return 1
            """;

    private static final String REFUSED =
            """
            local all = 1
            for i = 1, #KEYS do
              if redis.call('GET', KEYS[i]) == ARGV[1] then redis.call('DEL', KEYS[i]) else all = 0 end
            end
            return all
            """;

    private static final String REMEMBER =
            """
            for i = 1, #KEYS do redis.call('SET', KEYS[i], ARGV[i + 1], 'EX', ARGV[1]) end
            return 1
            """;

    private static final String JOINED =
            """
            for i = 1, #KEYS do
              local found = redis.call('GET', KEYS[i])
              if not found or found == ARGV[3] then redis.call('SET', KEYS[i], ARGV[2], 'EX', ARGV[1]) end
            end
            return 1
            """;

    private final RedisLink link;
    private final RedisBaton baton;

    public RedisDeliveryLog(RedisLink link, RedisBaton baton) {
        this.link = link;
        this.baton = baton;
    }

    @Override
    public Entry entry(String dedupeKey, ChannelName channel) {
        return DeliveryJson.read(link.ask(redis -> redis.get(letter(dedupeKey, channel))));
    }

    @Override
    public boolean begin(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
        String[] keys = Stream.concat(
                        Stream.of(baton.key()), dedupeKeys.stream().map(key -> letter(key, channel)))
                .toArray(String[]::new);
        return run(BEGIN, keys, baton.holder(), Long.toString(MEMORY.toSeconds()), DeliveryJson.of(attempt)) == 1;
    }

    @Override
    public boolean refused(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
        String[] keys = dedupeKeys.stream().map(key -> letter(key, channel)).toArray(String[]::new);
        return run(REFUSED, keys, DeliveryJson.of(attempt)) == 1;
    }

    @Override
    public void remember(Map<String, Acceptance> byDedupeKey, ChannelName channel) {
        List<String> keys = new ArrayList<>();
        List<String> values = new ArrayList<>(List.of(Long.toString(MEMORY.toSeconds())));
        byDedupeKey.forEach((key, acceptance) -> {
            keys.add(letter(key, channel));
            values.add(DeliveryJson.of(acceptance));
        });
        long unused = run(REMEMBER, keys.toArray(String[]::new), values.toArray(String[]::new));
    }

    @Override
    public void begun(ChannelName channel, List<String> subjects, JsonObject reference) {
        List<String> unused = link.askAll(redis -> subjects.stream()
                .map(subject -> redis.set(thread(channel, subject), reference.toString(), SetArgs.Builder.ex(THREADS)))
                .toList());
    }

    @Override
    public void joined(ChannelName channel, List<String> subjects, JsonObject reference) {
        if (!subjects.isEmpty()) {
            long unused = run(
                    JOINED,
                    threadKeys(channel, subjects),
                    Long.toString(THREADS.toSeconds()),
                    reference.toString(),
                    MUTED.toString());
        }
    }

    @Override
    public void ended(ChannelName channel, List<String> subjects) {
        if (!subjects.isEmpty()) {
            long unused = link.ask(redis -> redis.del(threadKeys(channel, subjects)));
        }
    }

    @Override
    public List<JsonObject> threads(ChannelName channel, List<String> subjects) {
        return link.ask(redis -> redis.mget(threadKeys(channel, subjects))).stream()
                .filter(KeyValue::hasValue)
                .map(found -> DeliveryJson.object(found.getValue()))
                .toList();
    }

    private long run(String script, String[] keys, String... values) {
        Long answer = link.ask(redis -> redis.<Long>eval(script, ScriptOutputType.INTEGER, keys, values));
        return answer;
    }

    private static String letter(String dedupeKey, ChannelName channel) {
        return NotifyKeys.of("letter", channel, dedupeKey);
    }

    private static String[] threadKeys(ChannelName channel, List<String> subjects) {
        return subjects.stream().map(subject -> thread(channel, subject)).toArray(String[]::new);
    }

    private static String thread(ChannelName channel, String subject) {
        return NotifyKeys.of("thread", channel, subject);
    }
}
