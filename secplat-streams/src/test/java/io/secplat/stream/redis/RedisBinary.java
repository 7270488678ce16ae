package io.secplat.stream.redis;

import redis.embedded.RedisExecProvider;
import redis.embedded.util.OSDetector;

/** The Redis that comes along; or the one, or the Valkey, whose program {@code SECPLAT_REDIS_SERVER} names. */
final class RedisBinary {

    private static final String OTHER = "SECPLAT_REDIS_SERVER";

    private RedisBinary() {}

    static boolean isTheOneThatComesAlong() {
        return System.getenv(OTHER) == null;
    }

    static RedisExecProvider provider() {
        RedisExecProvider provider = RedisExecProvider.defaultProvider();
        String other = System.getenv(OTHER);
        return other == null ? provider : provider.override(OSDetector.getOS(), OSDetector.getArchitecture(), other);
    }
}
