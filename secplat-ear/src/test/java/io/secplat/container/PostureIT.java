package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.opensearch.OpenSearchRecord;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The acceptance scenarios 15 to 19 and 28 of the API contract: posture, with documents as the deriver writes them. */
@InContainer
class PostureIT {

    private static final String HERE = "environment=posture-it";
    private static final String HEADER =
            "asset_id,status,last_seen,reason,criticality,name,owner,environment,posture_score\r\n";

    private final Http admin = new Http(ApiBench.BASE);

    @BeforeEach
    void a_green_an_amber_two_red_and_an_unmonitored_asset() {
        admin.signIn("admin", ApiBench.PASSWORD);
        PostureBench.prepare();
    }

    @Test
    void the_summary_counts_with_and_without_a_slash_at_the_end() {
        for (String path : List.of("/api/posture/summary?", "/api/posture/summary/?")) {
            JsonObject summary = admin.get(path + HERE).expect(200).object();
            assertThat(summary.getInt("total")).isEqualTo(4);
            assertThat(summary.getInt("green")).isEqualTo(1);
            assertThat(summary.getInt("amber")).isEqualTo(1);
            assertThat(summary.getInt("red")).isEqualTo(2);
            assertThat(summary.getInt("stale")).isEqualTo(1);
            assertThat(summary.getInt("unknown")).isEqualTo(1);
            assertThat(summary.getInt("flapping")).isZero();
            assertThat(summary.getInt("unmonitored")).isEqualTo(1);
            assertThat(summary.getJsonNumber("posture_score_avg").doubleValue()).isEqualTo(40.0);
            assertThat(summary.getJsonArray("down_assets")).hasToString("[\"p-red-1\"]");
        }
    }

    @Test
    void the_list_is_worst_first_and_filters_match_without_case() {
        assertThat(keys(admin.get("/api/posture?" + HERE))).containsExactly("p-red-1", "p-red-2", "p-amber", "p-green");
        assertThat(keys(admin.get("/api/posture?status=RED&environment=none,Posture-IT&criticality=high,low")))
                .containsExactly("p-red-1", "p-red-2");
        assertThat(keys(admin.get("/api/posture?monitored=all&status=green,unmonitored&" + HERE)))
                .containsExactly("p-green", "p-idle");
        assertThat(keys(admin.get("/api/posture?monitored=false&" + HERE))).containsExactly("p-idle");
        admin.get("/api/posture?monitored=maybe").expect(422);
        admin.get("/api/posture?limit=2&cursor=x").expect(422);
    }

    @Test
    void pages_lead_to_the_end_and_show_every_asset_once() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = admin.get("/api/posture?limit=2&monitored=all&" + HERE + cursor);
            assertThat(page.object().getInt("total")).isEqualTo(5);
            seen.addAll(keys(page));
            cursor = page.object().isNull("next_cursor")
                    ? ""
                    : "&cursor=" + page.object().getString("next_cursor");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("p-red-1", "p-red-2", "p-amber", "p-green", "p-idle");
    }

    @Test
    void whoever_has_the_answer_already_is_told_so() {
        Answer first = admin.get("/api/posture?limit=2&" + HERE).expect(200);
        Answer again = admin.send(
                "GET", "/api/posture?limit=2&" + HERE, "application/json", "", "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(again.expect(304).body()).isEmpty();
    }

    @Test
    void the_list_comes_as_a_spreadsheet_as_well() {
        Answer csv = admin.get("/api/posture?format=csv&monitored=all&" + HERE).expect(200);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"secplat-posture.csv\"");
        assertThat(csv.body())
                .startsWith(HEADER + "p-red-1,red,")
                .endsWith("\r\np-idle,unmonitored,,not_monitored," + "high,'=p-idle,,posture-it,\r\n");
        assertThat(csv.body()).contains(",http_error,high,'=p-red-1,").contains(",posture-it,0\r\n");
    }

    @Test
    void a_detail_has_every_member_and_a_whole_day_is_complete() {
        JsonObject detail =
                admin.get("/api/posture/p-green/detail?hours=24").expect(200).object();

        assertThat(detail.keySet())
                .contains("state", "timeline", "evidence", "recommendations", "expected_interval_sec")
                .contains("data_completeness", "latency_slo_ms", "latency_slo_ok", "error_rate_24h", "reason_display");
        assertThat(detail.getJsonArray("timeline")).hasSize(50);
        assertThat(detail.getJsonObject("data_completeness").getInt("expected")).isEqualTo(1_440);
        assertThat(detail.getJsonNumber("error_rate_24h").doubleValue()).isZero();
        admin.get("/api/posture/p-green/detail?hours=169").expect(422);
        admin.get("/api/posture/nope/detail").expect(404);
        admin.get("/api/posture/nope").expect(404);
    }

    @Test
    void one_asset_says_so_when_it_is_not_monitored() throws IOException {
        JsonObject idle = admin.get("/api/posture/p-idle").expect(200).object();

        assertThat(idle.getString("status")).isEqualTo("unmonitored");
        assertThat(idle.isNull("posture_score")).isTrue();
        assertThat(keys(admin.get("/api/posture?" + HERE))).doesNotContain("p-idle");
        try (OpenSearchRecord record = PostureBench.record()) {
            assertThat(record.statuses().find(new AssetKey("p-idle"))).isEmpty();
        }
    }

    @Test
    void what_is_down_alerts_and_what_is_not_monitored_does_not() {
        await().atMost(ApiBench.PATIENCE)
                .untilAsserted(() -> assertThat(bucket("firing")).contains("p-red-1"));
        for (String name : List.of("firing", "acked", "suppressed", "resolved")) {
            assertThat(bucket(name)).doesNotContain("p-idle", "p-green", "p-amber");
        }
    }

    private List<String> bucket(String name) {
        return admin.get("/api/alerts").expect(200).object().getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(alert -> alert.getString("asset_key"))
                .toList();
    }

    private static List<String> keys(Answer list) {
        return list.expect(200).object().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonString("asset_key"))
                .map(JsonString::getString)
                .toList();
    }
}
