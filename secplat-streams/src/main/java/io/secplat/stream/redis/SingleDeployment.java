package io.secplat.stream.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;

/** One server. Where sentinels look after it, each connection asks them anew who the master is. */
record SingleDeployment(RedisClient client, RedisURI uri) implements Deployment {

    static SingleDeployment of(RedisURI uri, RedisAccess access) {
        RedisClient client = RedisClient.create();
        client.setOptions(Deployment.careful(ClientOptions.builder(), access).build());
        return new SingleDeployment(client, uri);
    }

    @Override
    public Wire connect() {
        return new SingleWire(client.connect(StringCodec.UTF8, uri));
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, CONNECT_TIMEOUT);
    }
}
