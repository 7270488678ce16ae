package io.secplat.workers.notify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.notifier.RunningRoutes;
import io.secplat.stream.redis.RedisLink;
import io.secplat.stream.redis.RedisServer;
import io.secplat.stream.redis.TestRedis;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisPlanBoardTest {

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

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Test
    void the_last_plan_that_was_shown_is_there_for_ninety_seconds() {
        RedisPlanBoard board = new RedisPlanBoard(link);
        board.show(routes("one"));
        board.show(routes("two"));

        assertThat(RunningRoutes.from(held())).isEqualTo(routes("two"));
        long seconds = link.ask(commands -> commands.ttl("secplat:notify:routes"));
        assertThat(seconds).isBetween(80L, 90L);
    }

    private JsonObject held() {
        String text = link.ask(commands -> commands.get("secplat:notify:routes"));
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static RunningRoutes routes(String consumer) {
        return new RunningRoutes(
                consumer,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                List.of(),
                JsonValue.EMPTY_JSON_ARRAY,
                JsonValue.EMPTY_JSON_ARRAY);
    }
}
