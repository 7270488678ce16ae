package io.secplat.api.jobs.postgres;

import io.secplat.contracts.model.JobStatus;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The ways in which a job ends, and the way back; the caller holds the row's lock. */
final class JobEnd {

    private static final String JOINED_LOG =
            "(SELECT string_agg(line, E'\\n' ORDER BY seq) FROM job_log_lines WHERE job_log_lines.job_id = :id)";

    private JobEnd() {}

    /** The token stays in the row, so that a repeat of the completion is recognised. */
    static void complete(
            Handle handle,
            int jobId,
            JobStatus status,
            @Nullable String error,
            @Nullable JsonObject summary,
            Instant now) {
        handle.createUpdate(
                        "UPDATE scan_jobs SET status = :status, error = :error, summary_json = CAST(:summary AS jsonb),"
                                + " finished_at = :now, lease_expires_at = NULL, log_output = " + JOINED_LOG
                                + " WHERE job_id = :id")
                .bind("id", jobId)
                .bind("status", status.wire())
                .bind("error", error)
                .bind("summary", summary == null ? null : summary.toString())
                .bind("now", now)
                .execute();
    }

    /** Without a worker's doing: no token is left that could still write. */
    static void fail(Handle handle, int jobId, String error, Instant now) {
        complete(handle, jobId, JobStatus.FAILED, error, null, now);
        endLease(handle, jobId);
    }

    static void cancel(Handle handle, int jobId, String by, Instant now) {
        complete(handle, jobId, JobStatus.CANCELLED, null, null, now);
        endLease(handle, jobId);
        handle.createUpdate("UPDATE scan_jobs SET cancelled_at = :now, cancelled_by = :by WHERE job_id = :id")
                .bind("id", jobId)
                .bind("by", by)
                .bind("now", now)
                .execute();
    }

    /** Back to the queue with an empty log and a fresh budget of leases. */
    static void undo(Handle handle, int jobId) {
        handle.createUpdate(
                        """
                        UPDATE scan_jobs SET status = 'queued', retry_count = retry_count + 1, error = NULL,
                               log_output = NULL, summary_json = NULL, started_at = NULL, finished_at = NULL,
                               cancelled_at = NULL, cancelled_by = NULL, worker_id = NULL, lease_token = NULL,
                               lease_expires_at = NULL, heartbeat_at = NULL, lease_expiries = 0, parked_at = NULL
                        WHERE job_id = :id
                        """)
                .bind("id", jobId)
                .execute();
        handle.createUpdate("DELETE FROM job_log_lines WHERE job_id = :id")
                .bind("id", jobId)
                .execute();
    }

    private static void endLease(Handle handle, int jobId) {
        handle.createUpdate("UPDATE scan_jobs SET lease_token = NULL WHERE job_id = :id")
                .bind("id", jobId)
                .execute();
    }
}
