package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.Job;
import io.secplat.api.jobs.JobDetail;
import io.secplat.api.jobs.JobPriority;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jdbi.v3.core.result.RowView;

/** How a job stands in a row. */
final class JobRows {

    /** A job without its log and summary, which may be long. */
    static final String SELECT = select("");

    /** The log of a running job is what it has said so far; the column is filled when the job ends. */
    static final String SELECT_DETAIL = select(
            """
            coalesce(j.log_output, (SELECT string_agg(l.line, E'\\n' ORDER BY l.seq) FROM job_log_lines l
                                    WHERE l.job_id = j.job_id AND j.status = 'running')) AS log_output,
            j.summary_json,
            """);

    private static String select(String more) {
        return """
            SELECT j.job_id, j.job_type, j.target_asset_id, j.requested_by, j.status, j.created_at, j.started_at,
                   j.finished_at, j.error, j.retry_count, j.job_params_json, j.idempotency_key, j.priority, j.request_id,
            """
                + more
                + """
                   a.asset_key, a.name AS asset_name, a.type AS target_type, a.asset_type,
                   a.environment, a.criticality, a.verified, a.probe
            FROM scan_jobs j LEFT JOIN assets a ON a.asset_id = j.target_asset_id
            """;
    }

    private JobRows() {}

    static Job job(RowView row) {
        return new Job(
                row.getColumn("job_id", Integer.class),
                JobType.of(row.getColumn("job_type", String.class)).orElseThrow(),
                row.getColumn("target_asset_id", Integer.class),
                row.getColumn("requested_by", String.class),
                JobStatus.of(row.getColumn("status", String.class)).orElseThrow(),
                row.getColumn("created_at", Instant.class),
                row.getColumn("started_at", Instant.class),
                row.getColumn("finished_at", Instant.class),
                row.getColumn("error", String.class),
                row.getColumn("retry_count", Integer.class),
                row.getColumn("job_params_json", JsonObject.class),
                row.getColumn("asset_key", String.class),
                row.getColumn("asset_name", String.class),
                row.getColumn("idempotency_key", String.class),
                JobPriority.ofRank(row.getColumn("priority", Integer.class)),
                row.getColumn("request_id", String.class));
    }

    static JobDetail detail(RowView row) {
        return new JobDetail(
                job(row),
                row.getColumn("log_output", String.class),
                row.getColumn("asset_type", String.class),
                row.getColumn("environment", String.class),
                row.getColumn("criticality", String.class),
                row.getColumn("verified", Boolean.class),
                row.getColumn("summary_json", JsonObject.class));
    }
}
