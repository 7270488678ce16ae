package io.secplat.stream;

import io.secplat.runtime.Journal;
import io.secplat.runtime.admin.Trail;
import io.secplat.stream.microprofile.ConsumerMetrics;
import io.secplat.stream.redis.RedisAccess;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisCourierMarker;
import io.secplat.stream.redis.RedisServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The courier of this process and the settings that its consumers share. Without REDIS_URL the streams are off. */
@ApplicationScoped
public class StreamWiring {

    @Produces
    @Singleton
    RedisServer redis(
            @ConfigProperty(name = "REDIS_URL") Optional<String> url,
            @ConfigProperty(name = "REDIS_SENTINEL_USER") Optional<String> sentinelUser,
            @ConfigProperty(name = "REDIS_SENTINEL_PASSWORD") Optional<String> sentinelPassword,
            @ConfigProperty(name = "REDIS_CA_FILE") Optional<String> authorities) {
        return RedisServer.at(url, RedisAccess.of(sentinelUser, sentinelPassword, authorities.map(Path::of)));
    }

    void close(@Disposes RedisServer redis) {
        redis.close();
    }

    @Produces
    @Singleton
    Courier courier(RedisServer redis) {
        return new RedisCourier(redis);
    }

    @Produces
    @Singleton
    Trail trail(Courier courier, Journal journal) {
        return new StreamTrail(Trail.of(journal), courier, journal);
    }

    @Produces
    @Singleton
    CourierMarker marker(RedisServer redis) {
        return new RedisCourierMarker(redis.link());
    }

    @Produces
    @Singleton
    ConsumerObserver observer(Instance<MetricRegistry> registry, Journal journal) {
        return registry.isResolvable() ? new ConsumerMetrics(registry.get(), journal) : ConsumerObserver.NONE;
    }

    @Produces
    StreamConsumers consumers(Courier courier, Clock clock, Journal journal, ConsumerObserver observer) {
        return new StreamConsumers(
                courier,
                new StreamConsumer.Surroundings(
                        clock, () -> ThreadLocalRandom.current().nextLong(), journal, threads(), observer));
    }

    @Produces
    ConsumerSettings settings(
            @ConfigProperty(name = "STREAM_CLAIM_IDLE_MS", defaultValue = "120000") long claimIdleMs,
            @ConfigProperty(name = "STREAM_MAX_RETRIES", defaultValue = "5") int maxRetries,
            @ConfigProperty(name = "RETRY_BASE_MS", defaultValue = "1000") long baseMs,
            @ConfigProperty(name = "RETRY_MAX_MS", defaultValue = "60000") long maxMs) {
        return ConsumerSettings.DEFAULT
                .withClaimIdle(Duration.ofMillis(claimIdleMs))
                .withRetry(new RetryPolicy(maxRetries, Duration.ofMillis(baseMs), Duration.ofMillis(maxMs)));
    }

    /**
     * Consumers ask for threads on the thread of their loop. In a container these are managed as the loop itself is, so that a
     * handler finds there whatever it finds on the loop.
     */
    private static ThreadFactory threads() {
        return task -> managed().orElse(StreamWiring::daemon).newThread(task);
    }

    /** The name is fixed, and its annotation counts in modules only, while this class is in a library of theirs. */
    @SuppressWarnings("BanJNDI")
    private static Optional<ThreadFactory> managed() {
        try {
            return Optional.of(InitialContext.<ThreadFactory>doLookup("java:comp/DefaultManagedThreadFactory"));
        } catch (NamingException e) {
            return Optional.empty();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "secplat-consumer");
        thread.setDaemon(true);
        return thread;
    }
}
