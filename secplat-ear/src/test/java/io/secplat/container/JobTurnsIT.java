package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Priorities, turns and schedules of the packaged application, as workers and people meet them. */
@InContainer
class JobTurnsIT {

    private static final String SCHEDULES = "/api/jobs/schedules";

    private Http admin = new Http(ApiBench.BASE);
    private final String key = "turn-" + UUID.randomUUID();
    private int asset;

    @BeforeEach
    void a_verified_website() {
        admin = ApiBench.admin();
        asset = admin.post(
                        "/api/assets",
                        Http.json(Map.of("asset_key", key, "type", "external_web", "name", key + ".example.org")))
                .expect(201)
                .object()
                .getInt("asset_id");
        Beside.sql("UPDATE assets SET verified = true, verified_at = now() WHERE asset_id = " + asset);
    }

    @Test
    void an_asset_is_scanned_by_one_job_at_a_time_and_the_next_is_asked_for_at_its_end() {
        int first = order();
        int second = order();
        JsonObject claimed = claim(first, true).expect(200).object();
        assertThat(claimed.getJsonObject("job").getInt("job_id")).isEqualTo(first);
        assertThat(claimed.getJsonObject("job").getString("priority")).isEqualTo("high");
        assertThat(claimed.getString("request_id")).isNotBlank();

        Answer early = claim(second, false).expect(409);
        assertThat(early.object().getJsonObject("error").getJsonObject("detail").getString("status"))
                .isEqualTo("queued");

        admin.post(
                        "/api/jobs/" + first + "/complete",
                        Http.json(Map.of("lease_token", claimed.getString("lease_token"), "status", "done")))
                .expect(200);
        assertThat(Beside.ask("SELECT count(*) FROM outbox_events WHERE event_type = 'scan.requested'"
                        + " AND payload ->> 'job_id' = '" + second + "'"))
                .isEqualTo("2");
        claim(second, false).expect(200);
    }

    @Test
    void a_schedule_is_made_changed_listed_and_deleted_and_orders_when_it_is_due() {
        JsonObject wish = Json.createObjectBuilder()
                .add("target_asset_id", asset)
                .add("job_type", "tls_headers")
                .add("cron", "30 2 * * *")
                .add("time_zone", "Europe/Berlin")
                .build();
        int id = admin.post(SCHEDULES, wish).expect(201).object().getInt("id");
        admin.post(SCHEDULES, wish).expect(409);
        admin.patch(SCHEDULES + "/" + id, Http.json(Map.of("cron", "every day")))
                .expect(422);
        admin.patch(SCHEDULES + "/" + id, Http.json(Map.of("time_zone", "Moon/North")))
                .expect(422);
        assertThat(admin.patch(SCHEDULES + "/" + id, Http.json(Map.of("priority", "low")))
                        .expect(200)
                        .object()
                        .getString("cron"))
                .isEqualTo("30 2 * * *");

        Beside.sql("UPDATE scan_schedules SET next_run_at = now() WHERE id = " + id);
        await().atMost(ApiBench.PATIENCE)
                .untilAsserted(
                        () -> assertThat(schedule().isNull("last_job_id")).isFalse());
        int job = schedule().getInt("last_job_id");
        assertThat(admin.get("/api/jobs/" + job).expect(200).object().getString("requested_by"))
                .isEqualTo("scheduler");

        admin.delete(SCHEDULES + "/" + id).expect(200);
        admin.delete(SCHEDULES + "/" + id).expect(404);
    }

    private JsonObject schedule() {
        return admin.get(SCHEDULES + "?asset_key=" + key)
                .expect(200)
                .object()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    /** Urgent, so that no job of another test is in the way. */
    private int order() {
        JsonObject ask = Json.createObjectBuilder()
                .add("job_type", "tls_headers")
                .add("target_asset_id", asset)
                .add("force", true)
                .add("priority", "high")
                .build();
        return admin.post("/api/jobs", ask).expect(201).object().getInt("job_id");
    }

    private Answer claim(int job, boolean any) {
        JsonObject body = Json.createObjectBuilder()
                .add("worker_id", "turns")
                .add("any", any)
                .build();
        return admin.post("/api/jobs/" + job + "/claim", body);
    }
}
