package io.secplat.api.jobs.postgres;

import io.secplat.api.problem.ProblemType;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The fence around a running job. */
public final class LeaseTable {

    private LeaseTable() {}

    /** Locks the job until the transaction ends; throws {@code STALE_LEASE} unless that token holds its lease now. */
    public static void hold(Handle handle, int jobId, UUID leaseToken, Instant now) {
        boolean held = handle.createQuery(
                        """
                        SELECT status = 'running' AND lease_token = :token AND lease_expires_at > :now
                        FROM scan_jobs WHERE job_id = :id FOR UPDATE
                        """)
                .bind("id", jobId)
                .bind("token", leaseToken)
                .bind("now", now)
                .mapTo(Boolean.class)
                .findOne()
                .orElseThrow(ProblemType.JOB_UNKNOWN::because);
        if (!held) {
            throw ProblemType.STALE_LEASE.because();
        }
    }
}
