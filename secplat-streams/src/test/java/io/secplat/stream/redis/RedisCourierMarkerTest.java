package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisCourierMarkerTest {

    @TempDir
    static Path directory;

    private static TestRedis redis;
    private static RedisServer server;

    private RedisCourierMarker marker;

    @BeforeAll
    static void start() throws IOException {
        redis = new TestRedis(directory);
        server = RedisServer.at(Optional.of(redis.url()));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        redis.close();
    }

    @BeforeEach
    void forget() {
        String unused = server.link().ask(commands -> commands.flushall());
        marker = new RedisCourierMarker(server.link());
    }

    @Test
    void without_a_number_there_is_nothing_to_write_over() {
        assertThat(marker.advance(0, 7)).isFalse();
        assertThat(marker.read()).isEmpty();
    }

    @Test
    void a_number_grows() {
        marker.begin(7);

        assertThat(marker.advance(7, 9)).isTrue();
        assertThat(marker.advance(8, 10)).isTrue();
        assertThat(marker.read()).hasValue(10);
    }

    @Test
    void a_number_from_before_a_loss_stays_for_all_to_see() {
        marker.begin(3);

        assertThat(marker.advance(9, 10)).isFalse();
        assertThat(marker.read()).hasValue(3);
    }

    @Test
    void text_that_is_no_number_counts_as_missing() {
        String unused = server.link().ask(commands -> commands.set("secplat.outbox.marker", "nine"));

        assertThat(marker.read()).isEmpty();
        assertThat(marker.advance(0, 7)).isFalse();
    }
}
