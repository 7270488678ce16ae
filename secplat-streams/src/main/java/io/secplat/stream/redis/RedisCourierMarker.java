package io.secplat.stream.redis;

import io.lettuce.core.SetArgs;
import io.secplat.stream.CourierMarker;
import java.util.OptionalLong;

/** A plain key beside the streams; text that is not a number counts as missing. */
public record RedisCourierMarker(RedisLink link) implements CourierMarker {

    private static final String KEY = "secplat.outbox.marker";

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
    public boolean advance(long number) {
        return link.ask(redis -> redis.set(KEY, Long.toString(number), SetArgs.Builder.xx())) != null;
    }

    @Override
    public void begin(long number) {
        String unused = link.ask(redis -> redis.set(KEY, Long.toString(number)));
    }
}
