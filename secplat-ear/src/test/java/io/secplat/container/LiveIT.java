package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.EventReader;
import io.secplat.client.Http;
import io.secplat.client.SleepingReader;
import io.secplat.local.store.TestStores;
import io.secplat.stream.redis.RedisLink;
import io.secplat.stream.redis.RedisServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live events from outside: through the outbox and Redis to connections that stay open. */
@InContainer
class LiveIT {

    private static final String STREAM = "/api/stream";

    private Http admin = new Http(ApiBench.BASE);

    @BeforeEach
    void sign_in() {
        admin = ApiBench.admin();
    }

    @Test
    void a_job_shows_at_once_and_who_comes_back_hears_what_it_missed() {
        try (EventReader first = listen(Optional.empty())) {
            int job = order(asset("live-1"));
            first.awaitEvent("job.state", "\"job_id\":" + job);
            String seen = first.lastId();
            admin.post(
                            "/api/jobs/" + job + "/cancel",
                            Json.createObjectBuilder().build())
                    .expect(200);
            first.awaitEvent("job.state", "\"cancelled\"");

            try (EventReader again = listen(Optional.of(seen))) {
                again.awaitEvent("job.state", "\"cancelled\"");
                assertThat(again.names()).doesNotContain("reset");
            }
        }
    }

    @Test
    void the_first_word_does_not_wait_for_the_first_sign_of_life() {
        for (int n = 0; n < 4; n++) {
            try (EventReader reader = EventReader.open(ApiBench.BASE, STREAM, admin.token(), Optional.empty())) {
                await().atMost(Duration.ofSeconds(5))
                        .until(() -> !reader.names().isEmpty());
            }
        }
    }

    @Test
    void an_id_that_the_feed_does_not_hold_means_reset() {
        try (EventReader reader = listen(Optional.of("7-7"))) {
            reader.awaitEvent("reset", "{}");
        }
    }

    @Test
    void one_jobs_events_end_after_its_final_state() {
        int job = order(asset("live-2"));
        try (EventReader reader =
                EventReader.open(ApiBench.BASE, "/api/jobs/" + job + "/events", admin.token(), Optional.empty())) {
            reader.awaitEvent("state", "\"queued\"");
            admin.post(
                            "/api/jobs/" + job + "/cancel",
                            Json.createObjectBuilder().build())
                    .expect(200);
            reader.awaitEvent("state", "\"cancelled\"");
            await().until(reader::ended);
        }
        admin.get("/api/jobs/999999/events").expect(404);
    }

    @Test
    void a_redis_that_was_away_ends_no_connection_and_is_followed_by_reset() {
        try (EventReader reader = listen(Optional.empty())) {
            ApiBench.redis().whileShut(() -> await().atMost(ApiBench.PATIENCE)
                    .until(() ->
                            new Http(ApiBench.BASE).get("/api/queue/health").status() == 503));
            forget();
            reader.awaitEvent("reset", "{}");
            int job = order(asset("live-3"));
            reader.awaitEvent("job.state", "\"job_id\":" + job);
        }
    }

    @Test
    void readers_that_read_nothing_hold_up_nobody() throws IOException {
        List<SleepingReader> silent = new ArrayList<>();
        try (EventReader reader = listen(Optional.empty())) {
            for (int n = 0; n < 5; n++) {
                silent.add(SleepingReader.open(ApiBench.BASE, STREAM, admin.token()));
            }
            flood(6_000);
            await().atMost(ApiBench.PATIENCE)
                    .untilAsserted(() -> assertThat(reader.count("job.state")).isEqualTo(6_000));
            admin.get("/api/auth/me").expect(200);
        } finally {
            for (SleepingReader one : silent) {
                one.close();
            }
        }
    }

    @Test
    void without_a_token_there_is_nothing_to_hear() {
        new Http(ApiBench.BASE).get(STREAM).expect(401);
    }

    private EventReader listen(Optional<String> lastId) {
        EventReader reader = EventReader.open(ApiBench.BASE, STREAM, admin.token(), lastId);
        await().atMost(ApiBench.PATIENCE).until(() -> !reader.names().isEmpty());
        return reader;
    }

    private int asset(String key) {
        return admin.post("/api/assets", Http.json(Map.of("asset_key", key, "type", "app", "name", key)))
                .expect(201)
                .object()
                .getInt("asset_id");
    }

    private int order(int asset) {
        JsonObject ask = Json.createObjectBuilder()
                .add("job_type", "health_http")
                .add("target_asset_id", asset)
                .add("force", true)
                .build();
        return admin.post("/api/jobs", ask).expect(201).object().getInt("job_id");
    }

    /** As a Redis that came back empty. */
    private static void forget() {
        try (RedisServer server = RedisServer.at(Optional.of(TestStores.redis().url()))) {
            Long unused = server.link().ask(redis -> redis.del("secplat.live"));
        }
    }

    private static void flood(int events) {
        String data = "{\"job_id\":1,\"job_type\":\"" + "x".repeat(1_000)
                + "\",\"status\":\"queued\",\"asset_key\":null,\"at\":\"2026-05-04T07:21:00Z\"}";
        Map<String, String> fields = Map.of("event", "job.state", "data", data);
        try (RedisServer server = RedisServer.at(Optional.of(TestStores.redis().url()))) {
            RedisLink link = server.link();
            for (int n = 0; n < events; n += 500) {
                List<String> unused = link.askAll(redis -> IntStream.range(0, 500)
                        .mapToObj(i -> redis.xadd("secplat.live", fields))
                        .toList());
            }
        }
    }
}
