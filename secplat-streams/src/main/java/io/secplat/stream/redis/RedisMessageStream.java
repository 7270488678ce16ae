package io.secplat.stream.redis;

import io.lettuce.core.Consumer;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XClaimArgs;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.models.stream.ClaimedMessages;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.Message;
import io.secplat.stream.MessageStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A group's stream on Redis. Reads block a connection of their own; everything else shares another. What becomes of an entry
 * is stored by a {@link Division}.
 */
final class RedisMessageStream implements MessageStream {

    private static final String BEGINNING = "0-0";
    private static final int CLAIM_ROUNDS = 100;

    private final RedisLink reads;
    private final RedisLink writes;
    private final Division division;
    private final ConsumerGroup group;
    private final String key;
    private final Consumer<String> self;
    private String claimCursor = BEGINNING;

    RedisMessageStream(RedisLink reads, RedisLink writes, Division division, ConsumerGroup group, String consumer) {
        this.reads = reads;
        this.writes = writes;
        this.division = division;
        this.group = group;
        this.key = group.stream().wire();
        this.self = Consumer.from(group.wire(), consumer);
    }

    @Override
    public List<Message> read(int max, Duration wait) {
        XReadArgs args = XReadArgs.Builder.count(max);
        boolean blocks = wait.toMillis() > 0;
        XReadArgs how = blocks ? args.block(wait) : args;
        return inGroup(() -> messages(reads.ask(redis -> readGroup(redis, how), wait)));
    }

    @SuppressWarnings("unchecked")
    private RedisFuture<List<StreamMessage<String, String>>> readGroup(
            RedisClusterAsyncCommands<String, String> redis, XReadArgs how) {
        return redis.xreadgroup(self, how, StreamOffset.lastConsumed(key));
    }

    /** Goes on where the last call stopped, so that entries behind many busy ones are reached as well. */
    @Override
    public List<Message> reclaim(int max, Duration idle) {
        List<Message> found = new ArrayList<>();
        int round = 0;
        do {
            ClaimedMessages<String, String> page = inGroup(() -> claim(max - found.size(), idle));
            claimCursor = page.getId();
            found.addAll(messages(page.getMessages()));
        } while (!claimCursor.equals(BEGINNING) && found.size() < max && ++round < CLAIM_ROUNDS);
        return found;
    }

    private ClaimedMessages<String, String> claim(int max, Duration idle) {
        XAutoClaimArgs<String> args =
                XAutoClaimArgs.Builder.xautoclaim(self, idle, claimCursor).count(max);
        return writes.ask(redis -> redis.xautoclaim(key, args));
    }

    @Override
    public boolean othersHold() {
        Map<String, Long> pending = inGroup(() -> writes.ask(redis -> redis.xpending(key, group.wire())))
                .getConsumerMessageCount();
        return pending.keySet().stream().anyMatch(consumer -> !consumer.equals(self.getName()));
    }

    @Override
    public void refresh(Collection<String> ids) {
        if (!ids.isEmpty()) {
            XClaimArgs args = new XClaimArgs().minIdleTime(0).justid();
            String[] entries = ids.toArray(String[]::new);
            inGroup(() -> writes.ask(redis -> redis.xclaim(key, self, args, entries)));
        }
    }

    @Override
    public void acknowledge(Collection<String> ids) {
        if (!ids.isEmpty()) {
            writes.ask(redis -> redis.xack(key, group.wire(), ids.toArray(String[]::new)));
        }
    }

    @Override
    public void divide(String id, List<Map<String, String>> copies, List<Map<String, String>> deadLetters) {
        division.divide(id, copies, deadLetters);
    }

    private <T> T inGroup(Supplier<T> call) {
        try {
            return call.get();
        } catch (CourierUnavailableException e) {
            if (!RedisReplies.groupIsMissing(e)) {
                throw e;
            }
            createGroup();
            return call.get();
        }
    }

    private void createGroup() {
        try {
            writes.ask(redis -> redis.xgroupCreate(
                    StreamOffset.from(key, BEGINNING), group.wire(), XGroupCreateArgs.Builder.mkstream()));
        } catch (CourierUnavailableException e) {
            if (!RedisReplies.groupExists(e)) {
                throw e;
            }
        }
    }

    private static List<Message> messages(List<StreamMessage<String, String>> entries) {
        return entries.stream()
                .filter(entry -> entry.getBody() != null)
                .map(entry -> new Message(entry.getId(), entry.getBody()))
                .toList();
    }
}
