package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged application in Open Liberty with role api and all its stores, called from outside. */
@InContainer
class ApiIT {

    private static final String JSON = "application/json";

    private final Http stranger = new Http(ApiBench.BASE);

    @Test
    void every_answer_carries_a_request_id_and_a_good_one_is_kept() {
        assertThat(stranger.get("/api/health").expect(200).header("X-Request-Id"))
                .hasSize(36);
        assertThat(stranger.send("GET", "/api/health", JSON, "", "X-Request-Id", "abc-1")
                        .header("X-Request-Id"))
                .isEqualTo("abc-1");
        assertThat(stranger.send("GET", "/api/health", JSON, "", "X-Request-Id", "a b")
                        .header("X-Request-Id"))
                .hasSize(36);
    }

    @ParameterizedTest
    @CsvSource({
        "started,start",
        "started,worker-start",
        "live,api-loops",
        "live,worker-loops",
        "ready,postgres",
        "ready,redis",
        "ready,opensearch",
        "ready,api-loops-run",
        "ready,worker-loops-run"
    })
    void each_health_page_names_its_own_checks(String page, String check) {
        Answer health = stranger.get("/health/" + page).expect(200);

        assertThat(health.object().getJsonArray("checks").getValuesAs(JsonObject.class))
                .extracting(answered -> answered.getString("name"))
                .contains(check);
    }

    @Test
    void signing_in_takes_a_form_and_gives_a_token_that_opens_the_door() {
        assertThat(stranger.send("POST", "/api/auth/login", JSON, "{\"username\":\"admin\"}")
                        .expect(422)
                        .object()
                        .getJsonObject("error")
                        .getJsonArray("detail"))
                .isNotEmpty();
        JsonObject me = ApiBench.admin().get("/api/auth/me").expect(200).object();
        assertThat(me.getString("username")).isEqualTo("admin");
        assertThat(me.getString("role")).isEqualTo("admin");
    }

    @Test
    void guessing_passwords_is_throttled_even_for_the_right_one() {
        String form = "application/x-www-form-urlencoded";
        for (int i = 0; i < 5; i++) {
            stranger.send("POST", "/api/auth/login", form, "username=nobody-1&password=wrong")
                    .expect(401);
        }

        Answer throttled = stranger.send("POST", "/api/auth/login", form, "username=nobody-1&password=wrong")
                .expect(429);

        assertThat(throttled.header("Retry-After")).matches("\\d+");
        assertThat(throttled.object().getJsonObject("error").getBoolean("retryable"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            GET    | /api/nope                    | 404
            GET    | /api/assets/by-key/nope      | 404
            DELETE | /api/posture/summary         | 405
            POST   | /api/assets                  | 400
            GET    | /api/findings?source=%00     | 422
            GET    | /api/jobs?limit=0            | 422
            GET    | /api/jobs?cursor=x           | 422
            GET    | /api/jobs/99999999999        | 404
            """)
    void every_error_is_a_problem_that_says_what_is_wrong(String method, String path, int status) {
        Answer answer = ApiBench.admin()
                .send(method, path, JSON, status == 400 ? "{bad" : "")
                .expect(status);

        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonObject error = answer.object().getJsonObject("error");
        assertThat(error.getInt("status_code")).isEqualTo(status);
        assertThat(error.getString("request_id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.object().getString("instance")).isEqualTo(path.split("\\?", 2)[0]);
    }

    @Test
    void what_the_container_refuses_by_itself_is_a_problem_too() {
        Answer answer = ApiBench.admin().send("POST", "/api/assets", "nonsense", "{}");

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.object().getJsonObject("error").getString("request_id"))
                .isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void no_body_makes_the_server_fail() {
        Http admin = ApiBench.admin();
        String deep = "[".repeat(2_000) + "]".repeat(2_000);
        for (String metadata : List.of("{\"a\":\"\\u0000\"}", "{\"a\":1e99999}", "{\"a\":\"\\ud800\"}", deep)) {
            String body = "{\"asset_key\":\"hard-1\",\"type\":\"app\",\"name\":\"n\",\"metadata\":" + metadata + "}";
            assertThat(admin.send("POST", "/api/assets", JSON, body).status()).isBetween(400, 499);
        }
    }

    @Test
    void readiness_names_the_loops_of_the_api_and_no_check_is_empty() {
        JsonObject ready = stranger.get("/health/ready").expect(200).object();

        assertThat(ready.getJsonArray("checks").getValuesAs(JsonObject.class))
                .allSatisfy(check -> assertThat(check.getJsonObject("data")).isNotEmpty());
        assertThat(ready.toString()).contains("\"outbox-streams\":\"running, last beat");
    }

    @Test
    void without_a_good_token_the_door_stays_shut() {
        Answer none = stranger.get("/api/assets").expect(401);
        Answer bad = stranger.send("GET", "/api/assets", JSON, "", "Authorization", "Bearer nonsense")
                .expect(401);

        assertThat(none.object().getString("detail")).isEqualTo("Not authenticated");
        assertThat(bad.object().getString("detail")).isEqualTo("Invalid or expired token");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void assets_are_created_changed_and_deleted_as_the_contract_says() {
        Http admin = ApiBench.admin();
        JsonObject asset = Http.json(Map.of("asset_key", "web-1", "type", "external_web", "name", "web.example.org"));

        admin.post("/api/assets", Http.json(Map.of("asset_key", "no key", "type", "boat")))
                .expect(422);
        JsonObject created = admin.post("/api/assets", asset).expect(201).object();
        admin.post("/api/assets", asset).expect(409);
        admin.patch("/api/assets/by-key/web-1", Http.json(Map.of("verified", true)))
                .expect(422);
        Answer changed = admin.patch("/api/assets/by-key/web-1", Http.json(Map.of("owner", "payments")));

        assertThat(created.getString("verification_token")).hasSize(24);
        assertThat(created.getBoolean("verified")).isFalse();
        assertThat(changed.expect(200).object().getString("owner")).isEqualTo("payments");
        admin.delete("/api/assets/by-key/web-1").expect(200);
        admin.delete("/api/assets/by-key/web-1").expect(404);
    }

    @Test
    void a_job_is_made_once_an_hour_claimed_once_and_its_lease_is_a_fence() {
        Http admin = ApiBench.admin();
        int asset = admin.post("/api/assets", Http.json(Map.of("asset_key", "app-1", "type", "app", "name", "app")))
                .expect(201)
                .object()
                .getInt("asset_id");
        JsonObject ask = Json.createObjectBuilder()
                .add("job_type", "health_http")
                .add("target_asset_id", asset)
                .build();

        JsonObject job = admin.post("/api/jobs", ask).expect(201).object();
        JsonObject again = admin.post("/api/jobs", ask).expect(200).object();

        assertThat(again.getBoolean("deduped")).isTrue();
        assertThat(again.getInt("job_id")).isEqualTo(job.getInt("job_id"));
        String calls = "/api/jobs/" + job.getInt("job_id");
        JsonObject worker = Http.json(Map.of("worker_id", "w1"));
        assertThat(admin.post(calls + "/claim", worker).expect(409).body()).contains("failed");
        assertThat(admin.get(calls).expect(200).object().getString("error")).isEqualTo("Target is not external_web");
    }

    @Test
    void a_finding_has_one_row_however_often_it_is_posted() {
        Http admin = ApiBench.admin();
        admin.post("/api/assets", Http.json(Map.of("asset_key", "app-2", "type", "app", "name", "app")));
        JsonObject finding = Http.json(
                Map.of("finding_key", "f-1", "asset_key", "app-2", "title", "Old library", "severity", "high"));
        JsonObject batch = Json.createObjectBuilder()
                .add("findings", Json.createArrayBuilder().add(finding).add(Json.createObjectBuilder()))
                .build();

        assertThat(admin.post("/api/findings", finding).expect(201).object().getBoolean("updated"))
                .isFalse();
        assertThat(admin.post("/api/findings", finding).expect(200).object().getBoolean("updated"))
                .isTrue();
        JsonObject result = admin.post("/api/findings/batch", batch).expect(200).object();

        assertThat(result.getInt("updated")).isEqualTo(1);
        assertThat(result.getInt("failed")).isEqualTo(1);
        assertThat(admin.get("/api/findings?asset_key=app-2").expect(200).array())
                .hasSize(1);
    }
}
