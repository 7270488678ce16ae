package io.secplat.local.store;

import io.secplat.local.process.Running;
import java.nio.file.Path;

/** A running Redis. */
public record RedisStore(Running running) implements Store {

    /** Starts Redis on the data under home; readiness is awaited separately. */
    public static RedisStore start(Path home, int port) {
        return new RedisStore(Running.start(new RedisProgram(home, port), home.resolve("redis.log")));
    }

    /** For instance {@code redis://127.0.0.1:16379}. */
    public String url() {
        return "redis://127.0.0.1:" + port();
    }
}
