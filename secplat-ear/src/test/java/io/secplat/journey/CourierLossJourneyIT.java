package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Losing all of Redis delays work; it loses none. */
class CourierLossJourneyIT {

    private static final String DOWN = "fragile is down";

    private final Platform platform = Platform.shared();
    private final Http api = platform.admin();
    private final Scans scans = new Scans(api);

    @Test
    void a_waiting_job_and_a_waiting_notification_survive_the_loss_of_redis() {
        platform.secplat("stop", "scan-workers");
        platform.secplat("stop", "notifier");
        int job = scans.start(scans.assetId("demo-shop"), "health_http");
        addAssetThatIsDown();
        await().atMost(Platform.PATIENCE).until(() -> api.get("/api/alerts")
                .object()
                .getJsonArray("firing")
                .toString()
                .contains("fragile"));
        awaitOutboxEmpty();

        flushAll();
        platform.secplat("start", "scan-workers");
        platform.secplat("start", "notifier");

        scans.awaitStatus(job, "done");
        await().atMost(Platform.PATIENCE).until(() -> platform.told(DOWN) == 1);
        await().during(Duration.ofSeconds(8)).atMost(Duration.ofSeconds(30)).until(() -> platform.told(DOWN) == 1);
        api.patch(
                        "/api/assets/by-key/fragile",
                        Json.createObjectBuilder().addNull("probe").build())
                .expect(200);
    }

    private void addAssetThatIsDown() {
        JsonObject probe = Json.createObjectBuilder()
                .add("kind", "tcp")
                .add("target", "127.0.0.1:1")
                .add("interval_seconds", 5)
                .add("timeout_ms", 1000)
                .build();
        api.post(
                        "/api/assets",
                        Json.createObjectBuilder(
                                        Http.json(Map.of("asset_key", "fragile", "type", "app", "name", "fragile")))
                                .add("probe", probe)
                                .build())
                .expect(201);
    }

    private void awaitOutboxEmpty() {
        await().atMost(Platform.PATIENCE).untilAsserted(() -> assertThat(
                        api.get("/api/queue/health").object().getInt("outbox_unpublished"))
                .isZero());
    }

    private void flushAll() {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + platform.port("REDIS"));
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().flushall();
        } finally {
            client.shutdown();
        }
    }
}
