package io.secplat.workers.notify.redis;

import io.lettuce.core.ScriptOutputType;
import io.secplat.stream.redis.RedisLink;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.pipeline.limit.Gate;
import java.time.Duration;

/**
 * Two keys for each recipient: when its bucket is full again (the theoretical arrival time of the algorithm) and until when it is
 * closed, in microseconds of the server's own clock.
 */
public final class RedisGate implements Gate {

    private static final String ENTER =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local closed = tonumber(redis.call('GET', KEYS[2]) or '0')
            if closed > now then return closed - now end
            local full = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
            local interval = tonumber(ARGV[1])
            if full - now > interval * (ARGV[2] - 1) then return -1 end
            local next = full + interval
            redis.call('SET', KEYS[1], string.format('%.0f', next), 'PX', math.ceil((next - now) / 1000) + 1000)
            return 0
            """;

    private static final String REST =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            return math.max(tonumber(redis.call('GET', KEYS[1]) or '0') - now, 0)
            """;

    private static final String CLOSE =
            """
            local time = redis.call('TIME')
            local till = time[1] * 1000000 + time[2] + ARGV[1] * 1000
            local closed = tonumber(redis.call('GET', KEYS[1]) or '0')
            if till > closed then redis.call('SET', KEYS[1], string.format('%.0f', till), 'PX', ARGV[1] + 1000) end
            return 1
            """;

    private final RedisLink link;

    public RedisGate(RedisLink link) {
        this.link = link;
    }

    @Override
    public Answer enter(ChannelName channel, String recipient, Rate rate) {
        String[] keys = {NotifyKeys.of("bucket", channel, recipient), NotifyKeys.of("closed", channel, recipient)};
        String interval = Long.toString(Math.max(1, Math.round(1e6 / rate.perSecond())));
        Long answer = link.ask(redis ->
                redis.<Long>eval(ENTER, ScriptOutputType.INTEGER, keys, interval, Integer.toString(rate.burst())));
        if (answer > 0) {
            return new Answer.Closed(Duration.ofNanos(answer * 1_000));
        }
        return answer == 0 ? new Answer.Open() : new Answer.NoToken();
    }

    @Override
    public Duration rest(ChannelName channel, String recipient) {
        String[] keys = {NotifyKeys.of("closed", channel, recipient)};
        Long micros = link.ask(redis -> redis.<Long>eval(REST, ScriptOutputType.INTEGER, keys));
        return Duration.ofNanos(micros * 1_000);
    }

    @Override
    public void close(ChannelName channel, String recipient, Duration time) {
        String[] keys = {NotifyKeys.of("closed", channel, recipient)};
        long millis = Math.max(1, time.toMillis());
        Long unused = link.ask(redis -> redis.<Long>eval(CLOSE, ScriptOutputType.INTEGER, keys, Long.toString(millis)));
    }
}
