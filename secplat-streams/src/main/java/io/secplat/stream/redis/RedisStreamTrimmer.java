package io.secplat.stream.redis;

import io.lettuce.core.XTrimArgs;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.StreamTrimmer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Trims by MINID. What a group gains between looking and trimming is newer than what it had, so nothing is lost. */
record RedisStreamTrimmer(RedisLink link) implements StreamTrimmer {

    @Override
    public long trim() {
        Map<StreamName, String> floors = new EnumMap<>(StreamName.class);
        new RedisGroups(link)
                .all().stream()
                        .collect(Collectors.groupingBy(RedisGroups.Group::stream))
                        .forEach((stream, groups) -> {
                            if (everyReaderIsThere(stream, groups)) {
                                floors.put(stream, floor(groups));
                            }
                        });
        return link
                .askAll(redis -> floors.entrySet().stream()
                        .map(floor -> redis.xtrim(
                                floor.getKey().wire(),
                                new XTrimArgs().minId(floor.getValue()).exactTrimming()))
                        .toList())
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static boolean everyReaderIsThere(StreamName stream, List<RedisGroups.Group> groups) {
        Set<String> there = groups.stream().map(RedisGroups.Group::name).collect(Collectors.toSet());
        return Arrays.stream(ConsumerGroup.values())
                .filter(group -> group.stream() == stream)
                .allMatch(group -> there.contains(group.wire()));
    }

    /** The smallest id that some group still needs. */
    private static String floor(List<RedisGroups.Group> groups) {
        return groups.stream()
                .map(RedisStreamTrimmer::needed)
                .min(Comparator.comparing(EntryId::parse))
                .orElse("0-0");
    }

    private static String needed(RedisGroups.Group group) {
        return group.hasPending()
                ? group.pending().getMessageIds().getLower().getValue()
                : EntryId.parse(group.lastDelivered()).next().toString();
    }
}
