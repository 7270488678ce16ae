package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.Claim;
import io.secplat.api.jobs.Completion;
import io.secplat.api.jobs.Job;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.jobs.LogLines;
import io.secplat.api.jobs.ScanTarget;
import io.secplat.api.postgres.Database;
import io.secplat.api.problem.ProblemType;
import io.secplat.contracts.model.JobStatus;
import io.secplat.runtime.IdSource;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** What workers do with jobs: every write happens under the row's lock and the token of a lease that holds. */
final class PostgresLeases {

    private final Database database;
    private final ScanResults results;
    private final JobQueue queue;
    private final LeaseRules rules;
    private final IdSource ids;
    private final Clock clock;

    PostgresLeases(
            Database database, ScanResults results, JobQueue queue, LeaseRules rules, IdSource ids, Clock clock) {
        this.database = database;
        this.results = results;
        this.queue = queue;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    private record Wanted(Job job, Optional<ScanTarget> target) {}

    Claim claim(int jobId, String workerId) {
        return database.inTransaction(
                handle -> handle.createQuery(JobRows.SELECT + " WHERE j.job_id = :id FOR UPDATE OF j")
                        .bind("id", jobId)
                        .map(PostgresLeases::wanted)
                        .findOne()
                        .map(wanted -> claim(handle, wanted, workerId))
                        .orElseGet(Claim.Unknown::new));
    }

    private Claim claim(Handle handle, Wanted wanted, String workerId) {
        Job job = wanted.job;
        if (job.status() != JobStatus.QUEUED) {
            return new Claim.Refused(job.status(), "Job is " + job.status().wire());
        }
        Optional<String> obstacle = wanted.target.map(ScanTarget::obstacle).orElse(Optional.of("Asset not found"));
        if (obstacle.isPresent()) {
            Instant now = clock.instant();
            JobEnd.fail(handle, job.id(), obstacle.get(), now);
            queue.tell(handle, news(job), JobStatus.FAILED, now);
            return new Claim.Refused(JobStatus.FAILED, obstacle.get());
        }
        return grant(handle, job.id(), wanted.target.orElseThrow(), workerId);
    }

    private Claim grant(Handle handle, int jobId, ScanTarget target, String workerId) {
        Instant now = clock.instant();
        UUID token = ids.next();
        handle.createUpdate(
                        """
                        UPDATE scan_jobs SET status = 'running', worker_id = :worker, lease_token = :token,
                               lease_generation = lease_generation + 1, lease_expires_at = :expires,
                               heartbeat_at = :now, started_at = coalesce(started_at, :now), error = NULL
                        WHERE job_id = :id
                        """)
                .bind("id", jobId)
                .bind("worker", workerId)
                .bind("token", token)
                .bind("expires", rules.endOf(now))
                .bind("now", now)
                .execute();
        Job job = handle.createQuery(JobRows.SELECT + " WHERE j.job_id = :id")
                .bind("id", jobId)
                .map(JobRows::job)
                .one();
        queue.tell(handle, news(job), JobStatus.RUNNING, now);
        return new Claim.Granted(token, rules.endOf(now), job, target);
    }

    private static JobNews news(Job job) {
        return new JobNews(job.id(), job.type().wire(), job.assetKey());
    }

    Instant heartbeat(int jobId, UUID leaseToken) {
        return database.inTransaction(handle -> {
            Instant now = clock.instant();
            LeaseTable.hold(handle, jobId, leaseToken, now);
            handle.createUpdate(
                            "UPDATE scan_jobs SET lease_expires_at = :expires, heartbeat_at = :now WHERE job_id = :id")
                    .bind("id", jobId)
                    .bind("expires", rules.endOf(now))
                    .bind("now", now)
                    .execute();
            return rules.endOf(now);
        });
    }

    int log(int jobId, UUID leaseToken, List<String> lines) {
        return database.inTransaction(handle -> {
            Instant now = clock.instant();
            LeaseTable.hold(handle, jobId, leaseToken, now);
            int last = handle.createQuery("SELECT coalesce(max(seq), 0) FROM job_log_lines WHERE job_id = :id")
                    .bind("id", jobId)
                    .mapTo(Integer.class)
                    .one();
            List<String> fitting = LogLines.fitting(lines, last);
            handle.createUpdate(
                            """
                            INSERT INTO job_log_lines (job_id, seq, ts, line)
                            SELECT :id, :last + n, :now, line FROM unnest(:lines) WITH ORDINALITY AS added (line, n)
                            """)
                    .bind("id", jobId)
                    .bind("last", last)
                    .bind("now", now)
                    .bindArray("lines", String.class, fitting.toArray())
                    .execute();
            return last + fitting.size() + 1;
        });
    }

    void complete(int jobId, Completion completion) {
        database.change(handle -> {
            Instant now = clock.instant();
            if (wasCompleted(handle, jobId, completion)) {
                return;
            }
            LeaseTable.hold(handle, jobId, completion.leaseToken(), now);
            JobEnd.complete(handle, jobId, completion.status(), completion.error(), completion.summary(), now);
            Job job = handle.createQuery(JobRows.SELECT + " WHERE j.job_id = :id")
                    .bind("id", jobId)
                    .map(JobRows::job)
                    .one();
            queue.tell(handle, news(job), completion.status(), now);
            List<String> checked = completion.checkedFindingKeys();
            Optional.ofNullable(job.targetAssetId())
                    .filter(asset -> !checked.isEmpty())
                    .ifPresent(asset -> results.close(handle, jobId, asset, checked, now));
        });
    }

    private static boolean wasCompleted(Handle handle, int jobId, Completion completion) {
        return handle.createQuery(
                        """
                        SELECT status = :status AND lease_token IS NOT DISTINCT FROM :token
                        FROM scan_jobs WHERE job_id = :id FOR UPDATE
                        """)
                .bind("id", jobId)
                .bind("status", completion.status().wire())
                .bind("token", completion.leaseToken())
                .mapTo(Boolean.class)
                .findOne()
                .orElseThrow(ProblemType.JOB_UNKNOWN::because);
    }

    private static Wanted wanted(RowView row) {
        String assetKey = row.getColumn("asset_key", String.class);
        Optional<ScanTarget> target = Optional.ofNullable(assetKey)
                .map(key -> new ScanTarget(
                        row.getColumn("target_asset_id", Integer.class),
                        key,
                        row.getColumn("target_type", String.class),
                        row.getColumn("asset_name", String.class),
                        row.getColumn("verified", Boolean.class),
                        row.getColumn("probe", JsonObject.class)));
        return new Wanted(JobRows.job(row), target);
    }
}
