package io.secplat.workers.notify.pipeline.limit;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Tokens in memory. */
public final class InMemoryGate implements Gate {

    private final Clock clock;
    private final Map<String, Instant> full = new HashMap<>();
    private final Map<String, Instant> closed = new HashMap<>();

    public InMemoryGate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Answer enter(ChannelName channel, String recipient, Rate rate) {
        String key = channel + recipient;
        Instant now = clock.instant();
        Instant until = closed.getOrDefault(key, now);
        if (until.isAfter(now)) {
            return new Answer.Closed(Duration.between(now, until));
        }
        Duration interval = Duration.ofNanos(Math.round(1e9 / rate.perSecond()));
        Instant begin = full.getOrDefault(key, now).isAfter(now) ? full.getOrDefault(key, now) : now;
        if (Duration.between(now, begin).compareTo(interval.multipliedBy(rate.burst() - 1L)) > 0) {
            return new Answer.NoToken();
        }
        full.put(key, begin.plus(interval));
        return new Answer.Open();
    }

    @Override
    public synchronized Duration rest(ChannelName channel, String recipient) {
        Instant now = clock.instant();
        Instant until = closed.getOrDefault(channel + recipient, now);
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    @Override
    public synchronized void close(ChannelName channel, String recipient, Duration time) {
        closed.merge(channel + recipient, clock.instant().plus(time), (a, b) -> a.isAfter(b) ? a : b);
    }
}
