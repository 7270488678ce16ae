package io.secplat.api.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.jobs.JobStatistics;
import io.secplat.api.jobs.JobStatistics.Counts;
import io.secplat.api.jobs.JobStatistics.Line;
import io.secplat.api.jobs.JobStatistics.Question;
import io.secplat.api.jobs.JobStatistics.Times;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.StatementCount;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.contracts.model.JobType;
import io.secplat.runtime.MovingClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresJobStatisticsTest {

    private static final Question TODAY = new Question(Duration.ofHours(24), Duration.ofMinutes(30), Optional.empty());

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final StatementCount statements = new StatementCount();
    private final JobStatistics statistics =
            new PostgresJobStatistics(statements.counting(database), new MovingClock());

    @Test
    void four_jobs_are_counted_timed_and_compared_in_one_statement() {
        job("web_exposure", "queued", 10, 0, 0, 0);
        job("web_exposure", "running", 60, 45, 0, 0);
        job("tls_headers", "done", 60, 50, 45, 0);
        job("tls_headers", "failed", 60, 40, 35, 1);

        List<Line> lines = statistics.answer(TODAY);

        Line all = lines.get(0);
        assertThat(all.counts()).isEqualTo(new Counts(4, 1, 1, 1, 1, 1, 0, 1));
        assertThat(all.times()).isEqualTo(new Times(10.0, 300.0, 300.0, 300.0));
        assertThat(lines)
                .extracting(Line::type)
                .containsExactly(Optional.empty(), Optional.of("tls_headers"), Optional.of("web_exposure"));
        assertThat(lines.get(2).times()).isEqualTo(new Times(10.0, null, null, null));
        assertThat(statements.statements()).isEqualTo(1);
    }

    @Test
    void jobs_of_another_type_or_time_do_not_count() {
        job("web_exposure", "queued", 25 * 60, 0, 0, 0);
        job("tls_headers", "cancelled", 60, 0, 0, 0);
        job("web_exposure", "running", 60, 20, 0, 0);

        assertThat(statistics.answer(TODAY).get(0).counts()).isEqualTo(new Counts(2, 0, 1, 0, 0, 0, 1, 0));
        assertThat(statistics.answer(
                        new Question(Duration.ofHours(24), Duration.ofMinutes(30), Optional.of(JobType.TLS_HEADERS))))
                .extracting(line -> line.counts().total())
                .containsExactly(1L, 1L);
    }

    @Test
    void without_jobs_there_is_one_line_of_nothing() {
        assertThat(statistics.answer(TODAY))
                .containsExactly(new Line(
                        Optional.empty(), new Counts(0, 0, 0, 0, 0, 0, 0, 0), new Times(null, null, null, null)));
    }

    /** Times in minutes before now; 0 is never. */
    private void job(String type, String status, int created, int started, int finished, int retries) {
        rows.run("INSERT INTO scan_jobs (job_type, status, created_at, started_at, finished_at, retry_count) VALUES ('"
                + type + "', '" + status + "', " + before(created) + ", " + before(started) + ", " + before(finished)
                + ", " + retries + ")");
    }

    private static String before(int minutes) {
        return minutes == 0 ? "NULL" : "timestamptz '2026-05-04T07:20:00Z' - interval '" + minutes + " minutes'";
    }
}
