package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.JobStatistics;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.model.JobType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** All numbers in one statement: totals and types are groupings of the same jobs. */
public final class PostgresJobStatistics implements JobStatistics {

    private static final String SQL =
            """
            WITH job AS (
                SELECT job_type, status, created_at, started_at, retry_count,
                       CASE WHEN status IN ('done', 'failed')
                            THEN extract(epoch FROM finished_at - started_at)::double precision END AS seconds
                FROM scan_jobs
                WHERE created_at >= :since AND (CAST(:type AS text) IS NULL OR job_type = :type)
            )
            SELECT job_type,
                   count(*) AS total,
                   count(*) FILTER (WHERE status = 'queued') AS queued,
                   count(*) FILTER (WHERE status = 'running') AS running,
                   count(*) FILTER (WHERE status = 'running' AND started_at < :stale) AS stale,
                   count(*) FILTER (WHERE status = 'done') AS done,
                   count(*) FILTER (WHERE status = 'failed') AS failed,
                   count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
                   count(*) FILTER (WHERE retry_count > 0) AS retried,
                   extract(epoch FROM :now - min(created_at) FILTER (WHERE status = 'queued'))::double precision / 60
                       AS oldest_queued,
                   avg(seconds) AS average,
                   percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS p95,
                   max(seconds) AS longest
            FROM job
            GROUP BY GROUPING SETS ((), (job_type))
            ORDER BY job_type NULLS FIRST
            """;

    private final Database database;
    private final Clock clock;

    public PostgresJobStatistics(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Line> answer(Question question) {
        Instant now = clock.instant();
        return database.read(handle -> handle.createQuery(SQL)
                .bind("now", now)
                .bind("since", now.minus(question.lookback()))
                .bind("stale", now.minus(question.stale()))
                .bind("type", question.type().map(JobType::wire).orElse(null))
                .map(PostgresJobStatistics::line)
                .list());
    }

    private static Line line(RowView row) {
        return new Line(
                Optional.ofNullable(row.getColumn("job_type", String.class)),
                new Counts(
                        row.getColumn("total", Long.class),
                        row.getColumn("queued", Long.class),
                        row.getColumn("running", Long.class),
                        row.getColumn("stale", Long.class),
                        row.getColumn("done", Long.class),
                        row.getColumn("failed", Long.class),
                        row.getColumn("cancelled", Long.class),
                        row.getColumn("retried", Long.class)),
                new Times(
                        row.getColumn("oldest_queued", Double.class),
                        row.getColumn("average", Double.class),
                        row.getColumn("p95", Double.class),
                        row.getColumn("longest", Double.class)));
    }
}
