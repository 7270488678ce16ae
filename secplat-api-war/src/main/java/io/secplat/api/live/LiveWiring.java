package io.secplat.api.live;

import io.secplat.api.live.redis.RedisLiveFeed;
import io.secplat.api.outbox.Outbox;
import io.secplat.api.outbox.OutboxRelay;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.RelayTurn;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Worker;
import io.secplat.stream.redis.RedisServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Live events: features put them into the outbox, a relay of their own lane carries them into the feed, and each server's
 * worker gives them to its readers. Without REDIS_URL a server has a feed of its own.
 */
@ApplicationScoped
public class LiveWiring {

    @Produces
    @Singleton
    LiveFeed feed(RedisServer redis, Clock clock) {
        return redis.configured() ? new RedisLiveFeed(redis.link(), redis.link()) : new LocalLiveFeed(clock.millis());
    }

    @Produces
    @Singleton
    LiveHub hub(LiveFeed feed, @ConfigProperty(name = "LIVE_MAX_READERS", defaultValue = "1000") int mostReaders) {
        return new LiveHub(feed, mostReaders);
    }

    @Produces
    @Singleton
    Worker worker(LiveHub hub, LiveFeed feed, Clock clock) {
        return new LiveWorker(hub, feed, clock);
    }

    @Produces
    @Singleton
    Worker relay(Outbox outbox, RelayTurn turn, OutboxSignal signal, Journal journal, LiveFeed feed, Clock clock) {
        return new OutboxRelay(outbox, turn, new LiveTarget(feed, clock), signal, journal);
    }
}
