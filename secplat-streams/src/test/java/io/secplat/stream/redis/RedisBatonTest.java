package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBatonTest {

    private static TestRedis redis;

    private final RedisServer server = RedisServer.at(Optional.of(redis.url()));
    private final RedisLink link = server.link();

    @BeforeAll
    static void startRedis(@TempDir Path directory) throws IOException {
        redis = new TestRedis(directory);
    }

    @AfterAll
    static void stopRedis() throws IOException {
        redis.close();
    }

    @BeforeEach
    void empty() {
        link.ask(commands -> commands.flushall());
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    private RedisBaton baton(String holder, Duration term) {
        return new RedisBaton(link, "baton", holder, term);
    }

    @Test
    void it_has_one_holder_who_may_keep_it() {
        RedisBaton one = baton("one", Duration.ofMinutes(1));
        assertThat(one.take()).isTrue();
        assertThat(one.take()).isTrue();
        assertThat(baton("two", Duration.ofMinutes(1)).take()).isFalse();
    }

    @Test
    void it_is_free_when_it_was_given_back_by_its_holder() {
        RedisBaton one = baton("one", Duration.ofMinutes(1));
        RedisBaton two = baton("two", Duration.ofMinutes(1));
        assertThat(one.take()).isTrue();
        two.giveBack();
        assertThat(two.take()).isFalse();
        one.giveBack();
        assertThat(two.take()).isTrue();
    }

    @Test
    void it_is_kept_by_its_holder_alone_and_not_taken_by_that() {
        RedisBaton one = baton("one", Duration.ofMillis(300));
        assertThat(one.keep()).isFalse();
        assertThat(one.take()).isTrue();
        assertThat(baton("two", Duration.ofMinutes(1)).keep()).isFalse();
        assertThat(baton("one", Duration.ofMinutes(1)).keep()).isTrue();
        long left = link.<Long>ask(commands -> commands.pttl("baton"));
        assertThat(left).isGreaterThan(1_000);
        one.giveBack();
        assertThat(one.keep()).isFalse();
        assertThat(baton("two", Duration.ofMinutes(1)).take()).isTrue();
    }

    @Test
    void it_is_free_when_it_was_not_renewed() {
        assertThat(baton("one", Duration.ofMillis(50)).take()).isTrue();
        await().until(() -> baton("two", Duration.ofMinutes(1)).take());
        assertThat(baton("one", Duration.ofMinutes(1)).take()).isFalse();
    }
}
