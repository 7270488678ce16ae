package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.contracts.notifier.RunningRoutes;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody who is signed in sees by which plan the notifiers choose channels. */
@InContainer
class NotificationRoutesIT {

    private static final RunningRoutes ROUTES = new RunningRoutes(
            "notifier-a-1",
            Instant.parse("2026-05-04T07:00:00Z"),
            Instant.parse("2026-05-04T07:21:30Z"),
            null,
            List.of(new RunningRoutes.Recipient("slack", "slack:webhook")),
            Json.createArrayBuilder()
                    .add(Json.createObjectBuilder()
                            .add("name", "default")
                            .add("match", JsonValue.EMPTY_JSON_OBJECT)
                            .add("channels", Json.createArrayBuilder().add("slack"))
                            .add("continue", false))
                    .build(),
            JsonValue.EMPTY_JSON_ARRAY);

    private final Beside notifier = new Beside();

    @AfterEach
    void leave() {
        notifier.forget(RunningRoutes.KEY);
        notifier.close();
    }

    @Test
    void what_a_notifier_shows_is_told_and_viewers_do_not_see_whom_it_reaches() {
        notifier.keep(RunningRoutes.KEY, ROUTES.json().toString());

        JsonObject seen =
                ApiBench.admin().get("/api/notifications/routes").expect(200).object();
        assertThat(seen.getJsonObject("notifier").getString("consumer")).isEqualTo("notifier-a-1");
        assertThat(seen.getJsonObject("notifier").isNull("refused")).isTrue();
        assertThat(seen.getJsonArray("routes")).isEqualTo(ROUTES.routes());
        assertThat(seen.getJsonArray("channels")).hasToString("[{\"name\":\"slack\",\"recipient\":\"slack:webhook\"}]");
        assertThat(Callers.viewer()
                        .get("/api/notifications/routes")
                        .expect(200)
                        .object()
                        .getJsonArray("channels"))
                .hasToString("[{\"name\":\"slack\",\"recipient\":null}]");
    }

    @Test
    void without_a_notifier_there_is_no_plan() {
        notifier.forget(RunningRoutes.KEY);

        assertThat(ApiBench.admin().get("/api/notifications/routes").expect(200).object())
                .hasToString("{\"notifier\":null,\"channels\":[],\"routes\":[],\"quiet\":[]}");
    }

    @Test
    void without_redis_nobody_can_tell() {
        Http admin = ApiBench.admin();
        ApiBench.redis().whileShut(() -> {
            Answer answer = admin.get("/api/notifications/routes").expect(503);
            assertThat(answer.object().getJsonObject("error").getBoolean("retryable"))
                    .isTrue();
        });
        await().atMost(ApiBench.PATIENCE)
                .until(() -> admin.get("/api/notifications/routes").status() == 200);
    }
}
