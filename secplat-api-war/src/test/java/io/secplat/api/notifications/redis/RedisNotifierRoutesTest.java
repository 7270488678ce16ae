package io.secplat.api.notifications.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.notifications.NotifierRoutes;
import io.secplat.contracts.notifier.RunningRoutes;
import io.secplat.local.store.TestStores;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.redis.RedisLink;
import io.secplat.stream.redis.RedisServer;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisNotifierRoutesTest {

    private static final RunningRoutes ROUTES = new RunningRoutes(
            "notifier-a-1",
            Instant.parse("2026-05-04T07:00:00Z"),
            Instant.parse("2026-05-04T07:21:30Z"),
            null,
            List.of(new RunningRoutes.Recipient("slack", "slack:webhook")),
            JsonValue.EMPTY_JSON_ARRAY,
            JsonValue.EMPTY_JSON_ARRAY);

    private final RedisServer server =
            RedisServer.at(Optional.of(TestStores.redis().url()));
    private final RedisLink link = server.link();
    private final NotifierRoutes routes = new RedisNotifierRoutes(link);

    @BeforeEach
    void empty() {
        Long unused = link.ask(redis -> redis.del(RunningRoutes.KEY));
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Test
    void what_a_notifier_shows_is_found() {
        String unused =
                link.ask(redis -> redis.set(RunningRoutes.KEY, ROUTES.json().toString()));

        assertThat(routes.running()).contains(ROUTES);
    }

    @Test
    void without_a_notifier_there_is_nothing() {
        assertThat(routes.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"consumer\":\"c\",\"since\":\"yesterday\"}"})
    void what_no_notifier_wrote_is_nothing(String text) {
        String unused = link.ask(redis -> redis.set(RunningRoutes.KEY, text));

        assertThat(routes.running()).isEmpty();
    }

    @Test
    void without_a_redis_nobody_can_tell() {
        try (RedisServer none = RedisServer.at(Optional.empty())) {
            NotifierRoutes unknown = new RedisNotifierRoutes(none.link());

            assertThatThrownBy(unknown::running).isInstanceOf(CourierUnavailableException.class);
        }
    }
}
