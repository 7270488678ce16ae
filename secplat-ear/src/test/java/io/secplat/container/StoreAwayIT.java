package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each store goes away and comes back: the API serves what it can, says clearly what it cannot, and recovers by itself. */
@InContainer
class StoreAwayIT {

    private final Http stranger = new Http(ApiBench.BASE);

    @AfterEach
    void everything_recovers() {
        ApiBench.awaitReady();
        await().atMost(ApiBench.PATIENCE)
                .until(() -> stranger.get("/api/queue/health").status() == 200);
    }

    @Test
    void all_stores_are_there_to_begin_with() {
        assertThat(checks(stranger.get("/api/ready").expect(200)))
                .isEqualTo(Map.of("postgres", "ok", "opensearch", "ok"));
        JsonObject queue = stranger.get("/api/queue/health").expect(200).object();
        assertThat(queue.getString("redis")).isEqualTo("ok");
        assertThat(queue.getJsonObject("streams")).hasSize(5);
        assertThat(queue.getJsonObject("dlq_streams")).hasSize(5);
    }

    @Test
    void without_opensearch_postures_are_away_and_everything_else_is_served() {
        Http admin = ApiBench.admin();
        ApiBench.openSearch().whileShut(() -> {
            await().atMost(ApiBench.PATIENCE)
                    .until(() -> stranger.get("/api/ready").status() == 503);
            Map<String, String> checks = checks(stranger.get("/api/ready").expect(503));
            assertThat(checks.get("postgres")).isEqualTo("ok");
            assertThat(checks.get("opensearch")).isIn("unavailable", "timeout");
            assertProblem(admin.get("/api/posture?environment=away"));
            admin.get("/api/assets").expect(200);
        });
    }

    @Test
    void without_redis_calls_are_answered_and_the_streams_are_told_to_be_away() {
        Http admin = ApiBench.admin();
        ApiBench.redis().whileShut(() -> {
            await().atMost(ApiBench.PATIENCE)
                    .until(() -> stranger.get("/api/queue/health").status() == 503);
            JsonObject report = stranger.get("/api/queue/health").expect(503).object();
            assertThat(report.getString("redis")).isEqualTo("error");
            assertThat(report.getString("error")).isEqualTo("unavailable");
            admin.get("/api/assets").expect(200);
        });
    }

    @Test
    void without_postgres_calls_are_answered_503_and_nothing_of_the_driver_is_told() {
        Http admin = ApiBench.admin();
        ApiBench.postgres().whileShut(() -> {
            await().atMost(ApiBench.PATIENCE)
                    .until(() -> stranger.get("/api/ready").status() == 503);
            assertProblem(admin.get("/api/findings"));
            stranger.get("/api/health").expect(200);
        });
    }

    private static void assertProblem(Answer answer) {
        assertThat(answer.status()).isBetween(502, 504);
        JsonObject error = answer.object().getJsonObject("error");
        assertThat(error.getBoolean("retryable")).isTrue();
        assertThat(error.getString("request_id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.body()).doesNotContain("127.0.0.1", "Exception", "SQL", "jdbc", "refused");
    }

    private static Map<String, String> checks(Answer ready) {
        JsonObject checks = ready.object().getJsonObject("checks");
        return Map.of("postgres", checks.getString("postgres"), "opensearch", checks.getString("opensearch"));
    }
}
