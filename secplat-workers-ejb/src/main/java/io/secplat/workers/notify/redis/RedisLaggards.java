package io.secplat.workers.notify.redis;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.stream.redis.RedisLink;
import io.secplat.workers.notify.ChannelName;
import io.secplat.workers.notify.Laggards;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hash with a field for each channel and letter; gone when none was added for as long as one is remembered. */
public final class RedisLaggards implements Laggards {

    private static final String KEY = NotifyKeys.named("laggards");

    private final RedisLink link;

    public RedisLaggards(RedisLink link) {
        this.link = link;
    }

    @Override
    public List<Laggard> all(Instant now) {
        return link.ask(redis -> redis.hgetall(KEY)).entrySet().stream()
                .flatMap(field -> read(field).stream())
                .filter(laggard -> laggard.at().plus(MEMORY).isAfter(now))
                .sorted(Comparator.comparing(Laggard::at))
                .toList();
    }

    private static Optional<Laggard> read(Map.Entry<String, String> field) {
        String[] name = field.getKey().split(" ", 2);
        JsonReader json = new JsonReader(DeliveryJson.object(field.getValue()));
        return ChannelName.of(name[0])
                .map(channel -> new Laggard(
                        channel,
                        name[1],
                        json.texts("subjects"),
                        json.time("at").orElse(Instant.EPOCH)));
    }

    @Override
    public void keep(Laggard laggard) {
        String value = new JsonWriter()
                .put("subjects", laggard.subjects())
                .put("at", laggard.at())
                .build()
                .toString();
        String name = field(laggard.channel(), laggard.eventId());
        Boolean unused = link.ask(redis -> redis.hset(KEY, name, value));
        Boolean unusedToo = link.ask(redis -> redis.expire(KEY, MEMORY));
    }

    @Override
    public void forget(ChannelName channel, String eventId) {
        Long unused = link.ask(redis -> redis.hdel(KEY, field(channel, eventId)));
    }

    private static String field(ChannelName channel, String eventId) {
        return channel.wire() + " " + eventId;
    }
}
