package io.secplat.stream.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.secplat.stream.CourierUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The Redis of this installation, or none. Connects when first asked; closing it closes every link. */
public final class RedisServer implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(5);

    private final @Nullable RedisURI uri;
    private final Duration commandTimeout;
    private final Queue<RedisLink> links = new ConcurrentLinkedQueue<>();
    private @Nullable RedisClient client;

    private RedisServer(@Nullable RedisURI uri, Duration commandTimeout) {
        this.uri = uri;
        this.commandTimeout = commandTimeout;
    }

    /** The server at {@code redis://} or {@code rediss://}; an unreadable URL is an IllegalArgumentException without it. */
    public static RedisServer at(Optional<String> url) {
        return at(url, COMMAND_TIMEOUT);
    }

    /** The same with another longest wait for an answer. */
    public static RedisServer at(Optional<String> url, Duration commandTimeout) {
        return new RedisServer(
                url.filter(text -> !text.isBlank()).map(RedisServer::parse).orElse(null), commandTimeout);
    }

    private static RedisURI parse(String url) {
        try {
            RedisURI uri = RedisURI.create(url.strip());
            uri.setTimeout(CONNECT_TIMEOUT);
            return uri;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("REDIS_URL is not a Redis URL such as redis://localhost:6379");
        }
    }

    /** Whether this installation has a Redis. */
    public boolean configured() {
        return uri != null;
    }

    /** A connection of its own for one purpose. */
    public RedisLink link() {
        RedisLink link = new RedisLink(this, commandTimeout);
        links.add(link);
        return link;
    }

    synchronized StatefulRedisConnection<String, String> connect() {
        if (uri == null) {
            throw new CourierUnavailableException(new IllegalStateException("REDIS_URL is not set"));
        }
        if (client == null) {
            client = RedisClient.create();
            client.setOptions(options());
        }
        return client.connect(StringCodec.UTF8, uri);
    }

    /** No reconnecting behind our back: it would send half transactions again. */
    private static ClientOptions options() {
        return ClientOptions.builder()
                .autoReconnect(false)
                .protocolVersion(ProtocolVersion.RESP2)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .build();
    }

    @Override
    public synchronized void close() {
        links.forEach(RedisLink::close);
        if (client != null) {
            client.shutdown(Duration.ZERO, CONNECT_TIMEOUT);
        }
    }
}
