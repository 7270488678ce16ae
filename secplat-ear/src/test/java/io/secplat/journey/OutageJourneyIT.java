package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.EventReader;
import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A failing target becomes a red asset, an alert and one message; its return becomes a green asset and one message. */
class OutageJourneyIT {

    private static final String ASSET = "verify-web";
    private static final String DOWN = ASSET + " is down";
    private static final String RECOVERED = "recovered";

    private static Platform platform;
    private static Http api;

    @BeforeAll
    static void probe_often() {
        platform = Platform.shared();
        api = platform.admin();
        JsonObject probe = Json.createObjectBuilder()
                .add("kind", "http")
                .add("url", "http://127.0.0.1:" + platform.port("VERIFY_WEB") + "/")
                .add("interval_seconds", 5)
                .add("timeout_ms", 2000)
                .build();
        api.patch("/api/assets/by-key/" + ASSET, Http.json(Map.of("probe", probe)))
                .expect(200);
        awaitHealth("up");
    }

    @Test
    void an_outage_is_told_once_and_so_is_the_recovery() {
        long downBefore = platform.told(DOWN);
        long upBefore = platform.told(RECOVERED);

        try (EventReader watching = EventReader.open(
                URI.create(platform.baseUrl()), "/api/stream", platform.viewer().token(), Optional.empty())) {
            platform.secplat("stop", ASSET);
            awaitHealth("down");
            awaitTold(DOWN, downBefore + 1);
            assertThat(firing()).contains(ASSET);
            watching.awaitEvent("posture.changed", "\"to\":\"down\"");
            watching.awaitEvent("alert.state", "\"firing\"");

            platform.secplat("start", ASSET);
            awaitHealth("up");
            awaitTold(RECOVERED, upBefore + 1);
            watching.awaitEvent("posture.changed", "\"to\":\"up\"");
            watching.awaitEvent("alert.state", "\"resolved\"");
        }

        await().during(Duration.ofSeconds(12)).atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            assertThat(platform.told(DOWN)).isEqualTo(downBefore + 1);
            assertThat(platform.told(RECOVERED)).isEqualTo(upBefore + 1);
        });
    }

    @Test
    void while_the_notifier_is_down_messages_wait_and_the_api_answers() {
        long downBefore = platform.told(DOWN);
        long upBefore = platform.told(RECOVERED);

        platform.secplat("stop", "notifier");
        platform.secplat("stop", ASSET);
        awaitHealth("down");
        await().atMost(Platform.PATIENCE).until(() -> firing().contains(ASSET));
        assertThat(platform.told(DOWN)).isEqualTo(downBefore);
        api.get("/api/posture/summary").expect(200);

        platform.secplat("start", "notifier");
        awaitTold(DOWN, downBefore + 1);

        platform.secplat("start", ASSET);
        awaitTold(RECOVERED, upBefore + 1);
    }

    @Test
    void while_the_deriver_is_down_the_last_state_is_served_and_afterwards_it_catches_up() {
        long downBefore = platform.told(DOWN);
        long upBefore = platform.told(RECOVERED);
        platform.secplat("stop", "deriver");
        String lastSeen = posture().getString("last_seen");
        platform.secplat("stop", ASSET);

        await().atMost(Platform.PATIENCE)
                .untilAsserted(() -> assertThat(newestCheck()).isEqualTo("down"));
        assertThat(posture().getString("health")).isEqualTo("up");
        assertThat(posture().getString("last_seen")).isEqualTo(lastSeen);

        platform.secplat("start", "deriver");
        awaitHealth("down");
        awaitTold(DOWN, downBefore + 1);
        platform.secplat("start", ASSET);
        awaitHealth("up");
        awaitTold(RECOVERED, upBefore + 1);
    }

    private static String newestCheck() {
        return api.get("/api/posture/" + ASSET + "/detail?hours=1")
                .expect(200)
                .object()
                .getJsonArray("timeline")
                .getJsonObject(0)
                .getString("status");
    }

    private static String firing() {
        return api.get("/api/alerts")
                .expect(200)
                .object()
                .getJsonArray("firing")
                .toString();
    }

    private static JsonObject posture() {
        return api.get("/api/posture/" + ASSET).expect(200).object();
    }

    private static void awaitHealth(String health) {
        await().atMost(Platform.PATIENCE).untilAsserted(() -> {
            Answer answer = api.get("/api/posture/" + ASSET);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.object().getString("health")).isEqualTo(health);
        });
    }

    private static void awaitTold(String text, long times) {
        await().atMost(Platform.PATIENCE)
                .untilAsserted(() -> assertThat(platform.told(text)).isEqualTo(times));
    }
}
