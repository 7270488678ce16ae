package io.secplat.api.notifications.redis;

import io.secplat.api.notifications.NotifierRoutes;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.notifier.RunningRoutes;
import io.secplat.stream.redis.RedisLink;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/** The key that a notifier renews; text that no notifier wrote counts as missing. */
public record RedisNotifierRoutes(RedisLink link) implements NotifierRoutes {

    @Override
    public Optional<RunningRoutes> running() {
        return Optional.ofNullable(link.ask(redis -> redis.get(RunningRoutes.KEY)))
                .flatMap(RedisNotifierRoutes::decode);
    }

    private static Optional<RunningRoutes> decode(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(RunningRoutes.from(reader.readObject()));
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
