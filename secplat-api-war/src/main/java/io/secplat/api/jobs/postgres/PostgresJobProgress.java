package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.JobMark;
import io.secplat.api.jobs.JobProgress;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.DatabaseUnavailableException;
import io.secplat.contracts.model.JobStatus;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Reads {@code scan_jobs} and {@code job_log_lines} for any number of followers in one statement. */
public final class PostgresJobProgress implements JobProgress {

    private static final String SQL =
            """
            SELECT m.place, j.retry_count, j.status, j.error,
                   coalesce((SELECT jsonb_agg(jsonb_build_object('seq', l.seq, 'ts', l.ts, 'line', l.line) ORDER BY l.seq)
                             FROM (SELECT seq, ts, line FROM job_log_lines
                                   WHERE job_id = m.job_id
                                     AND seq > CASE WHEN j.retry_count = m.retries THEN m.line ELSE 0 END
                                   ORDER BY seq LIMIT :most) AS l), '[]') AS lines
            FROM unnest(:jobs, :retries, :lines) WITH ORDINALITY AS m (job_id, retries, line, place)
            JOIN scan_jobs j ON j.job_id = m.job_id
            """;

    private final Database database;

    public PostgresJobProgress(Database database) {
        this.database = database;
    }

    @Override
    public List<@Nullable News> since(List<JobMark> marks) {
        try {
            return read(marks);
        } catch (DatabaseUnavailableException e) {
            return List.of();
        }
    }

    private List<@Nullable News> read(List<JobMark> marks) {
        List<@Nullable News> news = new ArrayList<>(Collections.nCopies(marks.size(), null));
        database.read(handle -> handle.createQuery(SQL)
                        .bindArray(
                                "jobs",
                                Integer.class,
                                marks.stream().map(JobMark::jobId).toArray())
                        .bindArray(
                                "retries",
                                Integer.class,
                                marks.stream().map(JobMark::retries).toArray())
                        .bindArray(
                                "lines",
                                Integer.class,
                                marks.stream().map(JobMark::line).toArray())
                        .bind("most", LINES)
                        .map(Placed::of)
                        .list())
                .forEach(placed -> news.set(placed.place - 1, placed.news));
        return news;
    }

    private record Placed(int place, News news) {

        static Placed of(RowView row) {
            News news = new News(
                    row.getColumn("retry_count", Integer.class),
                    JobStatus.of(row.getColumn("status", String.class)).orElseThrow(),
                    row.getColumn("error", String.class),
                    row.getColumn("lines", JsonArray.class).getValuesAs(JsonObject.class).stream()
                            .map(PostgresJobProgress::line)
                            .toList());
            return new Placed(row.getColumn("place", Integer.class), news);
        }
    }

    private static Line line(JsonObject json) {
        return new Line(
                json.getInt("seq"), OffsetDateTime.parse(json.getString("ts")).toInstant(), json.getString("line"));
    }
}
