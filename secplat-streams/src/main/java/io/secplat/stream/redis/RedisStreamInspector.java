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

/** Reads lengths, groups, pending entries and lag; streams that do not exist count 0. */
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
        List<RedisGroups.Group> groups = new RedisGroups(link).all();
        Map<StreamName, StreamState> states = new EnumMap<>(StreamName.class);
        for (int i = 0; i < all.size(); i++) {
            StreamName stream = all.get(i);
            long length = lengths.get(i);
            states.put(stream, new StreamState(length, lengths.get(i + all.size()), states(groups, stream, length)));
        }
        return states;
    }

    private static Map<String, GroupState> states(List<RedisGroups.Group> groups, StreamName stream, long length) {
        Map<String, GroupState> states = new HashMap<>();
        groups.stream()
                .filter(group -> group.stream() == stream)
                .forEach(group -> states.put(group.name(), state(group, length)));
        return states;
    }

    /** Where Redis does not know the lag (somebody deleted entries by hand) the length is its upper bound. */
    private static GroupState state(RedisGroups.Group group, long length) {
        long lag = group.lag() == null ? length : group.lag();
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
