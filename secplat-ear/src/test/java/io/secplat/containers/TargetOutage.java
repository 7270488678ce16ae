package io.secplat.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;

/** The journey of every platform in containers: a demo target goes away and comes back, and people hear of both. */
final class TargetOutage {

    static final String TARGET = "verify-web";

    private TargetOutage() {}

    /** Stops and starts the target, as an administrator who is signed in sees it. */
    static void check(ComposePlatform platform, Http api) {
        JsonObject probe = Json.createObjectBuilder()
                .add("kind", "http")
                .add("url", "http://" + TARGET + ":9090/")
                .add("interval_seconds", 5)
                .add("timeout_ms", 2000)
                .build();
        api.patch("/api/assets/by-key/" + TARGET, Http.json(Map.of("probe", probe)))
                .expect(200);
        awaitHealth(api, "up");

        platform.compose("stop", TARGET);
        awaitHealth(api, "down");
        awaitTold(platform, TARGET + " is down");

        platform.compose("start", TARGET);
        awaitHealth(api, "up");
        awaitTold(platform, "recovered");
    }

    private static void awaitHealth(Http api, String health) {
        await().atMost(ComposePlatform.PATIENCE).untilAsserted(() -> {
            JsonObject posture = api.get("/api/posture/" + TARGET).expect(200).object();
            assertThat(posture.getString("health")).isEqualTo(health);
        });
    }

    private static void awaitTold(ComposePlatform platform, String text) {
        await().atMost(ComposePlatform.PATIENCE)
                .untilAsserted(() -> assertThat(platform.messages().toString()).contains(text));
    }
}
