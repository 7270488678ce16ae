package io.secplat.api.live;

import io.secplat.api.live.redis.RedisLiveFeed;
import io.secplat.api.outbox.Outbox;
import io.secplat.api.outbox.OutboxRelay;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.RelayTurn;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Worker;
import io.secplat.stream.redis.RedisServer;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
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

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Produces
    @Singleton
    LiveFeed feed(RedisServer redis, Clock clock) {
        return redis.configured() ? new RedisLiveFeed(redis.link(), redis.link()) : new LocalLiveFeed(clock.millis());
    }

    /** Both kinds of readers may be as many as the setting says, so there are threads for both. */
    @Produces
    @Singleton
    LiveWriters writers(@ConfigProperty(name = "LIVE_MAX_READERS", defaultValue = "500") int mostReaders) {
        return new LiveWriters(2 * mostReaders, threads);
    }

    void close(@Disposes LiveWriters writers) {
        writers.close();
    }

    @Produces
    @Singleton
    LiveHub hub(
            LiveFeed feed,
            @ConfigProperty(name = "LIVE_MAX_READERS", defaultValue = "500") int mostReaders,
            LiveWriters writers) {
        return new LiveHub(feed, mostReaders, writers);
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
