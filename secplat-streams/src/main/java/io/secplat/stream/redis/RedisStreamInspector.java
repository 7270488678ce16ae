package io.secplat.stream.redis;

import io.lettuce.core.models.stream.PendingMessage;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.StreamInspector;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads lengths, groups and pending entries and finds out lags; streams that do not exist count 0. */
record RedisStreamInspector(RedisLink link) implements StreamInspector {

    private static final String VERSION = "redis_version:";

    @Override
    public String serverVersion() {
        return link.ask(redis -> redis.info("server"))
                .lines()
                .filter(line -> line.startsWith(VERSION))
                .map(line -> line.substring(VERSION.length()).strip())
                .findFirst()
                .orElse("unknown");
    }

    @Override
    public Map<StreamName, StreamState> inspect() {
        List<StreamName> all = Arrays.asList(StreamName.values());
        List<Long> lengths = link.askAll(redis -> Stream.concat(
                        all.stream().map(StreamName::wire), all.stream().map(StreamName::deadLetters))
                .map(redis::xlen)
                .toList());
        Map<StreamName, Long> entries = byStream(lengths.subList(0, all.size()));
        Map<StreamName, Long> letters = byStream(lengths.subList(all.size(), lengths.size()));
        Map<StreamName, Map<String, GroupState>> groups = groups(entries);
        Map<StreamName, StreamState> states = new EnumMap<>(StreamName.class);
        for (StreamName stream : all) {
            states.put(
                    stream,
                    new StreamState(
                            entries.getOrDefault(stream, 0L),
                            letters.getOrDefault(stream, 0L),
                            groups.getOrDefault(stream, Map.of())));
        }
        return states;
    }

    private static Map<StreamName, Long> byStream(List<Long> lengths) {
        Map<StreamName, Long> byStream = new EnumMap<>(StreamName.class);
        for (StreamName stream : StreamName.values()) {
            byStream.put(stream, lengths.get(byStream.size()));
        }
        return byStream;
    }

    private Map<StreamName, Map<String, GroupState>> groups(Map<StreamName, Long> lengths) {
        List<RedisGroups.Group> groups = new RedisGroups(link).all();
        Map<RedisLag.Reader, Long> lags = new RedisLag(link).of(groups, lengths);
        Map<StreamName, Map<String, GroupState>> states = new EnumMap<>(StreamName.class);
        for (RedisGroups.Group group : groups) {
            long lag = lags.getOrDefault(RedisLag.Reader.of(group), 0L);
            states.computeIfAbsent(group.stream(), none -> new HashMap<>()).put(group.name(), state(group, lag));
        }
        return states;
    }

    private static GroupState state(RedisGroups.Group group, long lag) {
        if (!group.hasPending()) {
            return new GroupState(0, null, null, null, lag);
        }
        return new GroupState(
                group.pending().getCount(),
                group.pending().getMessageIds().getLower().getValue(),
                group.pending().getMessageIds().getUpper().getValue(),
                group.oldest().stream()
                        .mapToLong(PendingMessage::getMsSinceLastDelivery)
                        .max()
                        .orElse(0),
                lag);
    }
}
