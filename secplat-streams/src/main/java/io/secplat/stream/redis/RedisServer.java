package io.secplat.stream.redis;

import io.secplat.stream.CourierUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The Redis of this installation, or none. Connects when first asked; closing it closes every link. */
public final class RedisServer implements AutoCloseable {

    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(5);

    private final @Nullable RedisAddress address;
    private final Duration commandTimeout;
    private final Queue<RedisLink> links = new ConcurrentLinkedQueue<>();
    private @Nullable Deployment deployment;

    private RedisServer(@Nullable RedisAddress address, Duration commandTimeout) {
        this.address = address;
        this.commandTimeout = commandTimeout;
    }

    /**
     * The server at {@code redis://} or {@code rediss://}, the master that the sentinels at {@code
     * redis-sentinel://host:port,host:port#master} name, or the cluster at {@code redis-cluster://host:port,host:port} ({@code
     * rediss-cluster://} with TLS); an unreadable URL is an IllegalArgumentException without it.
     */
    public static RedisServer at(Optional<String> url) {
        return at(url, COMMAND_TIMEOUT);
    }

    /** The same, let in with more than the URL says. */
    public static RedisServer at(Optional<String> url, RedisAccess access) {
        return at(url, access, COMMAND_TIMEOUT);
    }

    /** The same with another longest wait for an answer. */
    public static RedisServer at(Optional<String> url, Duration commandTimeout) {
        return at(url, RedisAccess.PLAIN, commandTimeout);
    }

    static RedisServer at(Optional<String> url, RedisAccess access, Duration commandTimeout) {
        return new RedisServer(
                url.filter(text -> !text.isBlank())
                        .map(text -> RedisAddress.parse(text, access))
                        .orElse(null),
                commandTimeout);
    }

    /** Whether this installation has a Redis. */
    public boolean configured() {
        return address != null;
    }

    /** Whether keys live on several servers, so that nothing can change two of them at once. */
    boolean isCluster() {
        return address != null && address.isCluster();
    }

    /** A connection of its own for one purpose. */
    public RedisLink link() {
        return link(commandTimeout);
    }

    /** One that waits no longer than that for an answer. */
    public RedisLink link(Duration timeout) {
        RedisLink link = new RedisLink(this, timeout);
        links.add(link);
        return link;
    }

    synchronized Wire connect() {
        if (address == null) {
            throw new CourierUnavailableException(new IllegalStateException("REDIS_URL is not set"));
        }
        if (deployment == null) {
            deployment = address.open();
        }
        return deployment.connect();
    }

    @Override
    public synchronized void close() {
        links.forEach(RedisLink::close);
        if (deployment != null) {
            deployment.close();
        }
    }
}
