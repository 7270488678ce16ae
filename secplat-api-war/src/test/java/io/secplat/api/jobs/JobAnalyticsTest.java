package io.secplat.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.jobs.JobStatistics.Counts;
import io.secplat.api.jobs.JobStatistics.Line;
import io.secplat.api.jobs.JobStatistics.Question;
import io.secplat.api.jobs.JobStatistics.Times;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobAnalyticsTest {

    private static final Question QUESTION =
            new Question(Duration.ofHours(24), Duration.ofMinutes(30), Optional.empty());

    @Test
    void rates_are_of_completed_jobs_with_one_decimal() {
        Counts counts = new Counts(4, 0, 0, 0, 1, 2, 1, 0);
        JsonObject json = new JobAnalytics(
                        QUESTION, List.of(new Line(Optional.empty(), counts, new Times(null, 12.34, 19.96, 20.0))))
                .json();

        assertThat(json.getJsonObject("totals"))
                .hasToString("{\"total_jobs\":4,\"queued_jobs\":0,\"running_jobs\":0,\"stale_running_jobs\":0,"
                        + "\"done_jobs\":1,\"failed_jobs\":2,\"cancelled_jobs\":1,\"completed_jobs\":3,"
                        + "\"retried_jobs\":0,\"success_rate_pct\":33.3,\"failure_rate_pct\":66.7,"
                        + "\"oldest_queued_minutes\":null,\"avg_duration_seconds\":12.3,"
                        + "\"p95_duration_seconds\":20.0,\"max_duration_seconds\":20.0}");
        assertThat(json.getJsonObject("window").getInt("lookback_hours")).isEqualTo(24);
        assertThat(json.getJsonArray("by_job_type")).isEmpty();
    }

    @Test
    void without_completed_jobs_there_is_no_rate() {
        Line line = new Line(
                Optional.of("tls_headers"), new Counts(1, 1, 0, 0, 0, 0, 0, 0), new Times(3.0, null, null, null));

        JsonObject json = new JobAnalytics(QUESTION, List.of(line)).json();

        assertThat(json.getJsonObject("totals").isNull("success_rate_pct")).isTrue();
        assertThat(json.getJsonArray("by_job_type").getJsonObject(0).getString("job_type"))
                .isEqualTo("tls_headers");
    }
}
