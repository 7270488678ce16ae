package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The acceptance scenarios 20 to 22 of the API contract: reports, over the assets of the posture. */
@InContainer
class ReportsIT {

    private static final String HERE = "environment=posture-it";

    private final Http admin = new Http(ApiBench.BASE);

    @BeforeEach
    void a_green_an_amber_two_red_and_an_unmonitored_asset() {
        admin.signIn("admin", ApiBench.PASSWORD);
        PostureBench.prepare();
    }

    @Test
    void reports_are_made_stored_listed_compared_and_printed() {
        JsonObject summary =
                admin.get("/api/posture/reports/summary?period=7d").expect(200).object();
        assertThat(summary.getJsonNumber("uptime_pct").doubleValue()).isEqualTo(90.0);
        assertThat(summary.getJsonArray("top_incidents").getString(0)).isEqualTo("p-red-1");

        JsonObject stored = admin.send("POST", "/api/posture/reports/snapshot?period=7d", "application/json", "")
                .expect(200)
                .object();
        int id = stored.getInt("id");
        assertThat(admin.get("/api/posture/reports/history?limit=1")
                        .expect(200)
                        .object()
                        .getJsonArray("items")
                        .getJsonObject(0))
                .isEqualTo(stored);
        assertThat(admin.get("/api/posture/reports/history/" + id).expect(200).object())
                .isEqualTo(stored);
        admin.get("/api/posture/reports/history/999999").expect(404);

        JsonObject changed = admin.get("/api/posture/reports/what-changed?from_id=" + id)
                .expect(200)
                .object();
        assertThat(changed.getJsonObject("to").getString("id")).isEqualTo("current");
        assertThat(changed.getInt("red_delta")).isZero();
        admin.get("/api/posture/reports/what-changed").expect(422);

        Answer pdf = admin.get("/api/posture/reports/executive.pdf?snapshot_id=" + id)
                .expect(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).isEqualTo("attachment; filename=\"secplat-executive.pdf\"");
        assertThat(pdf.body()).startsWith("%PDF");
        admin.get("/api/posture/reports/executive.pdf?snapshot_id=999999").expect(404);
    }

    @Test
    void overview_and_trend_answer() {
        JsonObject overview =
                admin.get("/api/posture/overview?" + HERE).expect(200).object();
        JsonObject trend = admin.get("/api/posture/trend?range=30d").expect(200).object();

        assertThat(overview.getJsonObject("executive_strip").getInt("total_assets"))
                .isEqualTo(4);
        assertThat(overview.getJsonObject("top_drivers")
                        .getJsonArray("worst_assets")
                        .getJsonObject(0)
                        .getString("asset_id"))
                .isEqualTo("p-red-1");
        assertThat(trend.getString("range")).isEqualTo("30d");
        admin.get("/api/posture/trend?range=1y").expect(422);
    }
}
