package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.ExpiredLeases;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.event.ScanRequested;
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
    private final IdSource ids;
    private final Clock clock;

    public PostgresExpiredLeases(Database database, OutboxTable outbox, LeaseRules rules, IdSource ids, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.queue = new JobQueue(outbox, ids);
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    private record Silent(ScanRequested request, int expiries) {}

    @Override
    public int recover() {
        return database.inTransaction(handle -> {
            Instant now = clock.instant();
            List<Silent> silent = expired(handle, now);
            List<ScanRequested> again = new ArrayList<>();
            for (Silent job : silent) {
                if (rules.another(job.expiries)) {
                    again.add(job.request);
                } else {
                    giveUp(handle, job, now);
                }
            }
            requeue(handle, again);
            return silent.size();
        });
    }

    private static List<Silent> expired(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        SELECT job_id, job_type, target_asset_id, requested_by, lease_expiries + 1 AS expiries
                        FROM scan_jobs
                        WHERE status = 'running' AND lease_expires_at <= :now
                        ORDER BY lease_expires_at LIMIT :max
                        FOR UPDATE SKIP LOCKED
                        """)
                .bind("now", now)
                .bind("max", BATCH)
                .map(PostgresExpiredLeases::silent)
                .list();
    }

    private void requeue(Handle handle, List<ScanRequested> requests) {
        if (requests.isEmpty()) {
            return;
        }
        handle.createUpdate(
                        """
                        UPDATE scan_jobs SET status = 'queued', retry_count = retry_count + 1,
                               lease_expiries = lease_expiries + 1, error = 'lease_expired', worker_id = NULL,
                               lease_token = NULL, lease_expires_at = NULL
                        WHERE job_id = ANY (:ids)
                        """)
                .bindArray(
                        "ids",
                        Integer.class,
                        requests.stream().map(ScanRequested::jobId).toArray())
                .execute();
        queue.ask(handle, requests);
    }

    private void giveUp(Handle handle, Silent job, Instant now) {
        JobEnd.fail(handle, job.request.jobId(), EXHAUSTED, now);
        OutboxEntry entry = OutboxEntry.deadLetter(
                job.request, ids.next(), ids.next().toString(), EXHAUSTED, job.expiries - 1, now);
        outbox.append(handle, List.of(entry));
    }

    private static Silent silent(RowView row) {
        String requestedBy = row.getColumn("requested_by", String.class);
        return new Silent(
                new ScanRequested(
                        row.getColumn("job_id", Integer.class),
                        row.getColumn("job_type", String.class),
                        row.getColumn("target_asset_id", Integer.class),
                        requestedBy == null ? "" : requestedBy),
                row.getColumn("expiries", Integer.class));
    }
}
