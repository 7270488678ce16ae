package io.secplat.stream.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.protocol.ProtocolVersion;
import java.time.Duration;

/** The Redis that was deployed: one server, one that sentinels look after, or a cluster. */
interface Deployment extends AutoCloseable {

    Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** A new connection to whoever is the master now; throws a RedisException. */
    Wire connect();

    @Override
    void close();

    /** No reconnecting behind our back: it would send half transactions again. */
    static <B extends ClientOptions.Builder> B careful(B options, RedisAccess access) {
        options.autoReconnect(false)
                .protocolVersion(ProtocolVersion.RESP2)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build());
        access.authorities()
                .map(trust -> SslOptions.builder()
                        .jdkSslProvider()
                        .trustManager(trust)
                        .build())
                .ifPresent(options::sslOptions);
        return options;
    }
}
