package io.secplat.stream.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.DeadLetterBox;
import io.secplat.stream.Message;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dead letters in streams of their own. */
record RedisDeadLetterBox(RedisLink link, Replay replay) implements DeadLetterBox {

    @Override
    public List<Message> page(StreamName stream, int max, Optional<String> olderThan) {
        Range<String> range = Range.from(
                Range.Boundary.unbounded(),
                olderThan.map(Range.Boundary::excluding).orElseGet(Range.Boundary::unbounded));
        return messages(link.ask(redis -> redis.xrevrange(stream.deadLetters(), range, Limit.from(max))));
    }

    @Override
    public List<String> ids(StreamName stream, int max, Optional<String> newerThan, String last) {
        Range<String> range = Range.from(
                newerThan.map(Range.Boundary::excluding).orElseGet(Range.Boundary::unbounded),
                Range.Boundary.including(last));
        return messages(link.ask(redis -> redis.xrange(stream.deadLetters(), range, Limit.from(max)))).stream()
                .map(Message::id)
                .toList();
    }

    @Override
    public Optional<String> newest(StreamName stream) {
        return page(stream, 1, Optional.empty()).stream().map(Message::id).findFirst();
    }

    @Override
    public Set<String> replay(StreamName stream, Collection<String> ids) {
        return replay.replay(stream, ids);
    }

    @Override
    public boolean discard(StreamName stream, String id) {
        return link.ask(redis -> redis.xdel(stream.deadLetters(), id)) > 0;
    }

    private static List<Message> messages(List<StreamMessage<String, String>> entries) {
        return entries.stream()
                .map(entry -> new Message(entry.getId(), entry.getBody()))
                .toList();
    }
}
