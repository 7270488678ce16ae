package io.secplat.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.live.LiveFeed;
import io.secplat.api.live.LiveFeedContract;
import io.secplat.api.live.redis.RedisLiveFeed;
import io.secplat.stream.ConcurrentConsumerContract;
import io.secplat.stream.Courier;
import io.secplat.stream.DeadLetterBoxContract;
import io.secplat.stream.EventPublisherContract;
import io.secplat.stream.MessageStreamContract;
import io.secplat.stream.redis.RedisBaton;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisLink;
import io.secplat.stream.redis.RedisServer;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLogContract;
import io.secplat.workers.notify.pipeline.limit.Gate;
import io.secplat.workers.notify.pipeline.limit.GateContract;
import io.secplat.workers.notify.pipeline.order.Laggards;
import io.secplat.workers.notify.pipeline.order.LaggardsContract;
import io.secplat.workers.notify.redis.RedisDeliveryLog;
import io.secplat.workers.notify.redis.RedisGate;
import io.secplat.workers.notify.redis.RedisLaggards;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The ports that Redis plays keep their specifications on the Redis of {@code REDIS_IMAGE}. */
@NeedsDocker
class RedisContainerIT {

    private final RedisServer server = RedisServer.at(Optional.of(StoreContainers.redis()), Duration.ofSeconds(2));
    private final RedisLink link = server.link();

    @BeforeEach
    void empty() {
        link.ask(commands -> commands.flushall());
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Nested
    class Streams implements MessageStreamContract, EventPublisherContract, DeadLetterBoxContract {

        private final RedisCourier courier = new RedisCourier(server);

        @Override
        public Courier courier() {
            return courier;
        }

        @Override
        public void flush() {
            empty();
        }
    }

    @Nested
    class Consumers implements ConcurrentConsumerContract {

        private final RedisCourier courier = new RedisCourier(server);

        @Override
        public Courier courier() {
            return courier;
        }
    }

    @Nested
    class Live implements LiveFeedContract {

        private final LiveFeed feed = new RedisLiveFeed(link, link);

        @Override
        public LiveFeed feed() {
            return feed;
        }
    }

    @Nested
    class RateLimits implements GateContract {

        private final Gate gate = new RedisGate(link);

        @Override
        public Gate gate() {
            return gate;
        }
    }

    @Nested
    class Order implements LaggardsContract {

        private final Laggards laggards = new RedisLaggards(link);

        @Override
        public Laggards laggards() {
            return laggards;
        }
    }

    @Nested
    class Deliveries implements DeliveryLogContract {

        private final RedisBaton baton = baton("ours");
        private final DeliveryLog log = new RedisDeliveryLog(link, baton);

        private RedisBaton baton(String holder) {
            return new RedisBaton(link, "{secplat:notify}:baton", holder, Duration.ofMinutes(1));
        }

        @BeforeEach
        void take_the_turn() {
            assertThat(baton.take()).isTrue();
        }

        @Override
        public DeliveryLog log() {
            return log;
        }

        @Override
        public DeliveryLog foreign() {
            return new RedisDeliveryLog(link, baton("theirs"));
        }
    }
}
