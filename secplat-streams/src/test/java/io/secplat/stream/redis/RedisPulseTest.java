package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.stream.CourierUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisPulseTest {

    @TempDir
    static Path directory;

    @Test
    void the_streams_answer_as_long_as_their_server_does() throws IOException {
        try (TestRedis redis = new TestRedis(directory);
                RedisServer server = RedisServer.at(Optional.of(redis.url()))) {
            RedisPulse pulse = new RedisPulse(server.link());
            assertThatCode(pulse::check).doesNotThrowAnyException();

            redis.stop();
            assertThatThrownBy(pulse::check).isInstanceOf(CourierUnavailableException.class);
            redis.start();
        }
    }
}
