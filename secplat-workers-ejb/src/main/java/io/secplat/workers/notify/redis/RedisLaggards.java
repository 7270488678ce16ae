package io.secplat.workers.notify.redis;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.stream.Message;
import io.secplat.stream.redis.RedisLink;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.order.Laggards;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hash with a field for each channel and letter. */
public final class RedisLaggards implements Laggards {

    private static final String KEY = NotifyKeys.named("laggards");

    private static final String EARLIEST = "0-0";

    private final RedisLink link;

    public RedisLaggards(RedisLink link) {
        this.link = link;
    }

    @Override
    public List<Laggard> all(Instant now) {
        List<Laggard> all = link.ask(redis -> redis.hgetall(KEY)).entrySet().stream()
                .flatMap(field -> read(field).stream())
                .sorted(Comparator.comparing(Laggard::entryId, Message.ID_ORDER))
                .toList();
        all.stream().filter(laggard -> isOld(laggard, now)).forEach(old -> forget(old.channel(), old.eventId()));
        return all.stream().filter(laggard -> !isOld(laggard, now)).toList();
    }

    private static boolean isOld(Laggard laggard, Instant now) {
        return !laggard.at().plus(MEMORY).isAfter(now);
    }

    private static Optional<Laggard> read(Map.Entry<String, String> field) {
        String[] name = field.getKey().split(" ", 2);
        JsonReader json = new JsonReader(DeliveryJson.object(field.getValue()));
        return ChannelName.of(name[0])
                .map(channel -> new Laggard(
                        channel,
                        name[1],
                        json.texts("subjects"),
                        json.text("entry").orElse(EARLIEST),
                        json.time("at").orElse(Instant.EPOCH)));
    }

    @Override
    public void keep(List<Laggard> laggards) {
        List<Boolean> unused = link.askAll(redis -> laggards.stream()
                .map(laggard -> redis.hset(KEY, field(laggard.channel(), laggard.eventId()), text(laggard)))
                .toList());
    }

    private static String text(Laggard laggard) {
        return new JsonWriter()
                .put("subjects", laggard.subjects())
                .put("entry", laggard.entryId())
                .put("at", laggard.at())
                .build()
                .toString();
    }

    @Override
    public void forget(ChannelName channel, String eventId) {
        Long unused = link.ask(redis -> redis.hdel(KEY, field(channel, eventId)));
    }

    private static String field(ChannelName channel, String eventId) {
        return channel.wire() + " " + eventId;
    }
}
