package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.ExpiredLeases;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.event.ScanRequested;
import io.secplat.contracts.model.JobStatus;
import io.secplat.runtime.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Finds expired leases in {@code scan_jobs}; several servers share the work, since each skips the rows of the others. */
public final class PostgresExpiredLeases implements ExpiredLeases {

    private static final int BATCH = 200;
    private static final String EXHAUSTED = "lease_expired_exhausted";

    private final Database database;
    private final OutboxTable outbox;
    private final JobQueue queue;
    private final LeaseRules rules;
    private final JobTurns turns;
    private final IdSource ids;
    private final Clock clock;

    public PostgresExpiredLeases(Database database, OutboxTable outbox, LeaseRules rules, IdSource ids, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.queue = new JobQueue(outbox, ids);
        this.rules = rules;
        this.turns = new JobTurns(rules.perHost());
        this.ids = ids;
        this.clock = clock;
    }

    private record Silent(JobQueue.Waiting waiting, int expiries) {

        ScanRequested request() {
            return waiting.request();
        }
    }

    @Override
    public int recover() {
        return database.inTransaction(handle -> {
            Instant now = clock.instant();
            List<Silent> silent = expired(handle, now);
            List<JobQueue.Waiting> again = new ArrayList<>();
            for (Silent job : silent) {
                if (rules.another(job.expiries)) {
                    again.add(job.waiting);
                } else {
                    giveUp(handle, job, now);
                }
            }
            requeue(handle, again, now);
            queue.announce(handle, turns.releaseAll(handle));
            return silent.size();
        });
    }

    private static List<Silent> expired(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        SELECT j.job_id, j.job_type, j.target_asset_id, j.requested_by, j.lease_expiries + 1 AS expiries,
                               a.asset_key, j.request_id
                        FROM scan_jobs j LEFT JOIN assets a ON a.asset_id = j.target_asset_id
                        WHERE j.status = 'running' AND j.lease_expires_at <= :now
                        ORDER BY j.lease_expires_at LIMIT :max
                        FOR UPDATE OF j SKIP LOCKED
                        """)
                .bind("now", now)
                .bind("max", BATCH)
                .map(PostgresExpiredLeases::silent)
                .list();
    }

    private void requeue(Handle handle, List<JobQueue.Waiting> jobs, Instant now) {
        if (jobs.isEmpty()) {
            return;
        }
        handle.createUpdate(
                        """
                        UPDATE scan_jobs SET status = 'queued', retry_count = retry_count + 1,
                               lease_expiries = lease_expiries + 1, error = 'lease_expired', worker_id = NULL,
                               lease_token = NULL, lease_expires_at = NULL, parked_at = NULL
                        WHERE job_id = ANY (:ids)
                        """)
                .bindArray(
                        "ids",
                        Integer.class,
                        jobs.stream().map(job -> job.request().jobId()).toArray())
                .execute();
        queue.ask(handle, jobs, now);
    }

    private void giveUp(Handle handle, Silent job, Instant now) {
        JobEnd.fail(handle, job.request().jobId(), EXHAUSTED, now);
        queue.tell(handle, job.waiting.news(), JobStatus.FAILED, now);
        OutboxEntry entry = OutboxEntry.deadLetter(
                job.request(), ids.next(), ids.next().toString(), EXHAUSTED, job.expiries - 1, now);
        outbox.append(handle, List.of(entry));
    }

    private static Silent silent(RowView row) {
        String requestedBy = row.getColumn("requested_by", String.class);
        ScanRequested request = new ScanRequested(
                row.getColumn("job_id", Integer.class),
                row.getColumn("job_type", String.class),
                row.getColumn("target_asset_id", Integer.class),
                requestedBy == null ? "" : requestedBy);
        return new Silent(
                new JobQueue.Waiting(
                        request, row.getColumn("asset_key", String.class), row.getColumn("request_id", String.class)),
                row.getColumn("expiries", Integer.class));
    }
}
