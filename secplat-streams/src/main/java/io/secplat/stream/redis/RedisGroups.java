package io.secplat.stream.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.models.stream.PendingMessage;
import io.lettuce.core.models.stream.PendingMessages;
import io.secplat.contracts.event.StreamName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Redis tells of the groups of all streams, in a few round trips however many there are. */
record RedisGroups(RedisLink link) {

    /** Pending entries looked at for the longest idle time, oldest first. */
    private static final int IDLE_SAMPLE = 1000;

    /** A group as XINFO and XPENDING tell it; lag is null where Redis cannot know it, and may be wrong: see {@link RedisLag}. */
    record Group(
            StreamName stream,
            String name,
            String lastDelivered,
            @Nullable Long lag,
            PendingMessages pending,
            List<PendingMessage> oldest) {

        boolean hasPending() {
            return pending.getCount() > 0;
        }

        boolean isSaidToHaveReadAll() {
            return lag != null && lag == 0;
        }
    }

    private record Named(StreamName stream, Map<String, @Nullable Object> members) {

        String name() {
            return String.valueOf(members.get("name"));
        }
    }

    /** Every group of every stream that exists. */
    List<Group> all() {
        List<Named> named = named();
        List<PendingMessages> pending = link.askAll(redis -> named.stream()
                .map(group -> redis.xpending(group.stream().wire(), group.name()))
                .toList());
        List<List<PendingMessage>> oldest = link.askAll(redis -> named.stream()
                .map(group ->
                        redis.xpending(group.stream().wire(), group.name(), Range.unbounded(), Limit.from(IDLE_SAMPLE)))
                .toList());
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            groups.add(group(named.get(i), pending.get(i), oldest.get(i)));
        }
        return groups;
    }

    private static Group group(Named named, PendingMessages pending, List<PendingMessage> oldest) {
        Object lag = named.members().get("lag");
        String lastDelivered = String.valueOf(named.members().get("last-delivered-id"));
        return new Group(
                named.stream(),
                named.name(),
                lastDelivered,
                lag instanceof Long number ? number : null,
                pending,
                oldest);
    }

    private List<Named> named() {
        List<StreamName> existing = existing();
        List<List<Object>> replies = link.askAll(redis -> existing.stream()
                .map(stream -> redis.xinfoGroups(stream.wire()))
                .toList());
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < existing.size(); i++) {
            for (Object reply : replies.get(i)) {
                named.add(new Named(existing.get(i), RedisReplies.members(reply)));
            }
        }
        return named;
    }

    private List<StreamName> existing() {
        List<StreamName> all = Arrays.asList(StreamName.values());
        List<Long> exists = link.askAll(
                redis -> all.stream().map(stream -> redis.exists(stream.wire())).toList());
        return all.stream()
                .filter(stream -> exists.get(all.indexOf(stream)) > 0)
                .toList();
    }
}
