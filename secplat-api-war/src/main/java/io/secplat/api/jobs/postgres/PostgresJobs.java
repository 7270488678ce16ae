package io.secplat.api.jobs.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.jobs.Claim;
import io.secplat.api.jobs.Completion;
import io.secplat.api.jobs.Job;
import io.secplat.api.jobs.JobDetail;
import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Caller;
import io.secplat.contracts.event.ScanRequested;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.IdempotencyKeys;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import io.secplat.runtime.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Jobs as people see them; what workers do is in {@link PostgresLeases}. */
public final class PostgresJobs implements Jobs {

    private final Database database;
    private final JobQueue queue;
    private final PostgresLeases leases;
    private final PostgresClaims claims;
    private final JobTurns turns;
    private final Clock clock;

    /** The asset that a new job is for. */
    private record Target(String assetKey, String name, String host) {}

    public PostgresJobs(
            Database database, OutboxTable outbox, ScanResults results, LeaseRules rules, IdSource ids, Clock clock) {
        this.database = database;
        this.queue = new JobQueue(outbox, ids);
        this.leases = new PostgresLeases(database, results, queue, rules, clock);
        this.claims = new PostgresClaims(database, queue, rules, ids, clock);
        this.turns = new JobTurns(rules.perHost());
        this.clock = clock;
    }

    @Override
    public List<Job> page(Optional<JobStatus> status, int limit, Optional<Integer> below) {
        String where = " WHERE true"
                + (status.isPresent() ? " AND j.status = :status" : "")
                + (below.isPresent() ? " AND j.job_id < :below" : "");
        return database.read(handle -> {
            Query query = handle.createQuery(JobRows.SELECT + where + " ORDER BY j.job_id DESC LIMIT :limit")
                    .bind("limit", limit);
            status.ifPresent(wanted -> query.bind("status", wanted.wire()));
            below.ifPresent(id -> query.bind("below", id));
            return query.map(JobRows::job).list();
        });
    }

    @Override
    public Optional<JobDetail> find(int jobId) {
        return database.read(handle -> handle.createQuery(JobRows.SELECT_DETAIL + " WHERE j.job_id = :id")
                .bind("id", jobId)
                .map(JobRows::detail)
                .findOne());
    }

    @Override
    public Ordered order(JobOrder order, Caller caller) {
        return database.inTransaction(handle -> {
            Target target = target(handle, order.targetAssetId());
            String key = order.force()
                    ? null
                    : IdempotencyKeys.scan(order.type(), new AssetKey(target.assetKey), clock.instant());
            Optional<Job> created = insert(handle, order, target, key, caller);
            created.ifPresent(job -> announce(handle, job, caller));
            return created.map(job -> new Ordered(job, false))
                    .orElseGet(() -> new Ordered(byKey(handle, String.valueOf(key)), true));
        });
    }

    private static Target target(Handle handle, int assetId) {
        return handle.createQuery("SELECT a.asset_key, a.name, " + JobTurns.HOST
                        + " AS host FROM assets a WHERE a.asset_id = :id")
                .bind("id", assetId)
                .map(row -> new Target(
                        row.getColumn("asset_key", String.class),
                        row.getColumn("name", String.class),
                        row.getColumn("host", String.class)))
                .findOne()
                .orElseThrow(ProblemType.ASSET_UNKNOWN::because);
    }

    /** The new job as it stands in its row; empty when the key is taken. */
    private Optional<Job> insert(Handle handle, JobOrder order, Target target, @Nullable String key, Caller caller) {
        return handle.createQuery(
                        """
                        WITH j AS (
                            INSERT INTO scan_jobs (job_type, target_asset_id, requested_by, job_params_json,
                                                   idempotency_key, created_at, priority, request_id, target_host)
                            VALUES (:type, :asset, :by, :params, :key, :now, :priority, :requestId,
                                    :host)
                            ON CONFLICT (idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
                            RETURNING *
                        )
                        SELECT j.*, CAST(:assetKey AS text) AS asset_key, CAST(:assetName AS text) AS asset_name FROM j
                        """)
                .bind("type", order.type().wire())
                .bind("asset", order.targetAssetId())
                .bind("by", caller.userName())
                .bind("params", order.params())
                .bind("key", key)
                .bind("now", clock.instant())
                .bind("priority", order.priority().rank())
                .bind("requestId", caller.requestId())
                .bind("host", target.host)
                .bind("assetKey", target.assetKey)
                .bind("assetName", target.name)
                .map(JobRows::job)
                .findOne();
    }

    private void announce(Handle handle, Job job, Caller caller) {
        ScanRequested request = new ScanRequested(job.id(), job.type().wire(), job.targetAssetId(), caller.userName());
        ask(handle, request, job.assetKey(), caller);
        audit(handle, caller, "job.create", job.id(), job.type(), job.assetKey());
    }

    @Override
    public Claim claim(int jobId, String workerId) {
        return claims.one(jobId, workerId);
    }

    @Override
    public Claim claimAny(int jobId, String workerId) {
        return claims.any(jobId, workerId);
    }

    @Override
    public Instant heartbeat(int jobId, UUID leaseToken) {
        return leases.heartbeat(jobId, leaseToken);
    }

    @Override
    public int log(int jobId, UUID leaseToken, List<String> lines) {
        return leases.log(jobId, leaseToken, lines);
    }

    @Override
    public void complete(int jobId, Completion completion) {
        leases.complete(jobId, completion);
    }

    @Override
    public void cancel(int jobId, Caller caller) {
        database.change(handle -> {
            Job job = locked(handle, jobId);
            if (job.status() != JobStatus.QUEUED && job.status() != JobStatus.RUNNING) {
                throw ProblemType.CONFLICT.because("Job is " + job.status().wire());
            }
            Instant now = clock.instant();
            JobEnd.cancel(handle, jobId, caller.userName(), now);
            queue.tell(handle, JobNews.of(job), JobStatus.CANCELLED, now);
            queue.announce(handle, turns.releaseAfter(handle, jobId));
            audit(handle, caller, "job.cancel", jobId, job.type(), job.assetKey());
        });
    }

    @Override
    public void retry(int jobId, Caller caller) {
        database.change(handle -> {
            Job job = locked(handle, jobId);
            if (job.status() == JobStatus.QUEUED || job.status() == JobStatus.RUNNING) {
                throw ProblemType.CONFLICT.because("Job is " + job.status().wire());
            }
            JobEnd.undo(handle, jobId);
            ScanRequested request = new ScanRequested(jobId, job.type().wire(), job.targetAssetId(), caller.userName());
            ask(handle, request, job.assetKey(), caller);
            audit(handle, caller, "job.retry", jobId, job.type(), job.assetKey());
        });
    }

    private void ask(Handle handle, ScanRequested request, @Nullable String assetKey, Caller caller) {
        JobQueue.Waiting waiting = new JobQueue.Waiting(request, assetKey, caller.requestId());
        queue.ask(handle, List.of(waiting), clock.instant());
    }

    private static void audit(
            Handle handle, Caller caller, String action, int jobId, JobType type, @Nullable String assetKey) {
        AuditTable.append(
                handle,
                AuditEntry.of(
                        caller,
                        action,
                        assetKey,
                        new JsonWriter()
                                .put("job_id", jobId)
                                .put("job_type", type.wire())
                                .build()));
    }

    private static Job locked(Handle handle, int jobId) {
        return handle.createQuery(JobRows.SELECT + " WHERE j.job_id = :id FOR UPDATE OF j")
                .bind("id", jobId)
                .map(JobRows::job)
                .findOne()
                .orElseThrow(ProblemType.JOB_UNKNOWN::because);
    }

    private static Job byKey(Handle handle, String key) {
        return handle.createQuery(JobRows.SELECT + " WHERE j.idempotency_key = :key")
                .bind("key", key)
                .map(JobRows::job)
                .one();
    }
}
