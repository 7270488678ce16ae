package io.secplat.bench.notice;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.secplat.bench.notice.node.NotifierNode;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.StreamInspector;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisLink;
import io.secplat.stream.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the harness sees of Redis. Every method throws CourierUnavailableException unless it says otherwise. */
final class Streams implements AutoCloseable {

    private static final int PAGE = 500;

    private final RedisServer server;
    private final RedisCourier courier;
    private final RedisLink link;

    Streams(String url) {
        this.server = RedisServer.at(Optional.of(url), Duration.ofSeconds(10));
        this.courier = new RedisCourier(server);
        this.link = server.link();
    }

    /** A Redis that is killed then loses nothing: with {@code everysec} it holds back writes while it waits for the disk. */
    static void neverHoldBackWrites(String url) {
        try (RedisServer fresh = RedisServer.at(Optional.of(url))) {
            String unused = fresh.link().ask(redis -> redis.configSet("appendfsync", "no"));
        }
    }

    void publish(List<EventPublisher.Outgoing> events) {
        courier.publisher().publish(events);
    }

    /** Messages that are not settled; empty while Redis is away. */
    Optional<Left> left() {
        try {
            StreamInspector.StreamState state = courier.inspector().inspect().get(StreamName.NOTIFY);
            StreamInspector.GroupState group =
                    state == null ? null : state.groups().get(ConsumerGroup.NOTIFIERS.wire());
            if (state == null || group == null) {
                return Optional.of(new Left(0, state == null ? 0 : state.length()));
            }
            return Optional.of(new Left(group.pending(), group.lag()));
        } catch (CourierUnavailableException e) {
            return Optional.empty();
        }
    }

    long deadLetters() {
        return link.ask(redis -> redis.xlen(StreamName.NOTIFY.deadLetters()));
    }

    /** Hands over the fields of each entry, oldest first, some at a time. */
    void each(StreamName stream, Consumer<Map<String, String>> reader) {
        Range.Boundary<String> from = Range.Boundary.unbounded();
        while (true) {
            Range<String> rest = Range.from(from, Range.Boundary.unbounded());
            List<StreamMessage<String, String>> page =
                    link.ask(redis -> redis.xrange(stream.wire(), rest, Limit.from(PAGE)));
            page.forEach(entry -> reader.accept(entry.getBody()));
            if (page.size() < PAGE) {
                return;
            }
            from = Range.Boundary.excluding(page.get(page.size() - 1).getId());
        }
    }

    /** The name of the node whose turn it is; empty when it is nobody's, or Redis is away. */
    Optional<String> atTurn() {
        try {
            return Optional.ofNullable(link.ask(redis -> redis.get(NotifierNode.BATON)))
                    .map(holder -> holder.substring(0, holder.indexOf('/')));
        } catch (CourierUnavailableException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
