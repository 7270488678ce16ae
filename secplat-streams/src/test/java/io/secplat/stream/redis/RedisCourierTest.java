package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.Courier;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.DeadLetterBoxContract;
import io.secplat.stream.EventPublisherContract;
import io.secplat.stream.MessageStream;
import io.secplat.stream.MessageStreamContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same specification on a real Redis, and what only a real one can do: go away and come back. */
class RedisCourierTest implements MessageStreamContract, EventPublisherContract, DeadLetterBoxContract {

    private static TestRedis redis;

    private final RedisServer server = RedisServer.at(Optional.of(redis.url()), Duration.ofSeconds(2));
    private final RedisCourier courier = new RedisCourier(server);

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
        flush();
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Override
    public Courier courier() {
        return courier;
    }

    @Override
    public void flush() {
        server.link().ask(commands -> commands.flushall());
    }

    @Test
    void a_redis_that_was_away_is_used_again_by_the_same_courier() throws IOException {
        MessageStream stream = courier.open(ConsumerGroup.DERIVERS, "one");
        stream.read(1, Duration.ZERO);

        redis.stop();
        assertThatThrownBy(() -> stream.read(1, Duration.ZERO)).isInstanceOf(CourierUnavailableException.class);
        assertThatThrownBy(() -> stream.divide("1-0", List.of(Map.of("a", "b")), List.of()))
                .isInstanceOf(CourierUnavailableException.class);
        redis.start();

        await().ignoreException(CourierUnavailableException.class)
                .untilAsserted(() -> stream.divide("1-0", List.of(Map.of("a", "b")), List.of()));
        assertThat(stream.read(1, Duration.ofSeconds(2))).hasSize(1);
    }

    @Test
    void a_transaction_that_breaks_while_it_is_put_together_swallows_no_later_command() {
        RedisLink link = server.link();
        assertThatThrownBy(() -> link.transact("key", commands -> {
                    throw new IllegalStateException("unreadable");
                }))
                .isInstanceOf(IllegalStateException.class);

        String answer = link.ask(commands -> commands.ping());
        assertThat(answer).isEqualTo("PONG");
    }

    @Test
    void a_flush_during_a_blocking_read_does_not_end_the_reader() throws Exception {
        MessageStream stream = courier.open(ConsumerGroup.DERIVERS, "one");
        stream.read(1, Duration.ZERO);
        Thread flusher = new Thread(this::flush);
        flusher.start();

        assertThat(stream.read(1, Duration.ofMillis(500))).isEmpty();
        flusher.join();
        assertThat(stream.read(1, Duration.ofMillis(50))).isEmpty();
    }

    @Test
    void entries_behind_many_busy_ones_are_reclaimed_too() {
        MessageStream one = courier.open(ConsumerGroup.DERIVERS, "one");
        for (int i = 0; i < 60; i++) {
            one.divide("1-0", List.of(Map.of("n", String.valueOf(i))), List.of());
        }
        List<String> ids = one.read(60, Duration.ofSeconds(2)).stream()
                .map(message -> message.id())
                .toList();
        Duration idle = Duration.ofMillis(2000);
        await().until(() -> oldestIdle() >= idle.toMillis());
        one.refresh(ids.subList(0, 55));

        assertThat(courier.open(ConsumerGroup.DERIVERS, "two").reclaim(2, idle))
                .extracting(message -> message.id())
                .containsExactly(ids.get(55), ids.get(56));
    }

    private long oldestIdle() {
        return courier.inspector()
                .inspect()
                .get(StreamName.DERIVE)
                .groups()
                .get("derivers")
                .oldestIdleMs();
    }

    @Test
    void the_version_of_the_server_is_told() {
        assertThat(courier.inspector().serverVersion()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void without_a_url_the_streams_are_off_and_say_so() {
        try (RedisServer none = RedisServer.at(Optional.empty())) {
            RedisCourier off = new RedisCourier(none);

            assertThat(off.configured()).isFalse();
            assertThatThrownBy(() -> off.inspector().inspect())
                    .isInstanceOf(CourierUnavailableException.class)
                    .hasRootCauseMessage("REDIS_URL is not set");
        }
    }

    @Test
    void an_unreadable_url_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> RedisServer.at(Optional.of("http://:secret@host")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
