package io.secplat.stream.redis;

import io.lettuce.core.ScriptOutputType;
import io.secplat.stream.CourierMarker;
import java.util.OptionalLong;

/** A plain key beside the streams; text that is not a number counts as missing. */
public record RedisCourierMarker(RedisLink link) implements CourierMarker {

    private static final String KEY = "secplat.outbox.marker";

    private static final String ADVANCE =
            """
            local found = tonumber(redis.call('GET', KEYS[1]) or '')
            if not found or found < tonumber(ARGV[1]) then return 0 end
            redis.call('SET', KEYS[1], ARGV[2])
            return 1
            """;

    @Override
    public OptionalLong read() {
        String text = link.ask(redis -> redis.get(KEY));
        try {
            return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean advance(long expected, long number) {
        Long advanced = link.ask(redis -> redis.<Long>eval(
                ADVANCE, ScriptOutputType.INTEGER, new String[] {KEY}, Long.toString(expected), Long.toString(number)));
        return advanced == 1;
    }

    @Override
    public void begin(long number) {
        String unused = link.ask(redis -> redis.set(KEY, Long.toString(number)));
    }
}
