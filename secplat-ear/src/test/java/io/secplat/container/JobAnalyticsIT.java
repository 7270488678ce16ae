package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How jobs went, as figures. */
@InContainer
class JobAnalyticsIT {

    private static final String JSON = "application/json";

    private final Http admin = new Http(ApiBench.BASE);

    @BeforeEach
    void sign_in() {
        admin.signIn("admin", ApiBench.PASSWORD);
    }

    @Test
    void analytics_tell_how_jobs_went() {
        JsonObject json =
                admin.get("/api/jobs/analytics?lookback_hours=24").expect(200).object();

        assertThat(json.keySet()).containsExactlyInAnyOrder("window", "totals", "by_job_type");
        assertThat(json.getJsonObject("totals").keySet()).contains("total_jobs", "p95_duration_seconds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            GET    | /api/jobs/analytics?lookback_hours=721              |
            GET    | /api/jobs/analytics?job_type=x                      |
            """)
    void what_makes_no_sense_is_refused(String method, String path, String body) {
        Answer answer = admin.send(method, path, JSON, body == null ? "" : body).expect(422);

        assertThat(answer.object().getJsonObject("error").getJsonArray("detail"))
                .isNotEmpty();
    }
}
