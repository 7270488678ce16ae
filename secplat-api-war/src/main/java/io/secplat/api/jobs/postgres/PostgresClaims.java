package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.Claim;
import io.secplat.api.jobs.Job;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.model.JobStatus;
import io.secplat.runtime.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Gives jobs to workers, each decision in one transaction. */
final class PostgresClaims {

    /** Jobs looked at for one worker; more were in its way only while others take them. */
    private static final int LOOKS = 10;

    private static final String NOT_ITS_TURN = "Another scan of this asset or host is running";

    private final Database database;
    private final JobQueue queue;
    private final JobTurns turns;
    private final LeaseRules rules;
    private final IdSource ids;
    private final Clock clock;

    PostgresClaims(Database database, JobQueue queue, LeaseRules rules, IdSource ids, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.turns = new JobTurns(rules.perHost());
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /** That job and no other. One whose turn it is not is parked, since its message is used up. */
    Claim one(int jobId, String workerId) {
        return database.inTransaction(handle -> locked(handle, jobId)
                .map(row -> row.job().status() == JobStatus.QUEUED
                        ? give(handle, row, workerId).orElseGet(PostgresClaims::notItsTurn)
                        : refused(row))
                .orElseGet(Claim.Unknown::new));
    }

    /**
     * The job whose turn it is, whichever message the worker has: there is one for each job, so all are served. When no job may
     * run, those that wait are parked.
     */
    Claim any(int jobId, String workerId) {
        return database.inTransaction(handle -> exists(handle, jobId)
                ? best(handle, workerId).orElseGet(() -> nothing(handle, jobId))
                : new Claim.Unknown());
    }

    private static boolean exists(Handle handle, int jobId) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM scan_jobs WHERE job_id = :id)")
                .bind("id", jobId)
                .mapTo(Boolean.class)
                .one();
    }

    private Optional<Claim> best(Handle handle, String workerId) {
        Set<Integer> seen = new HashSet<>();
        Optional<Claim> granted = Optional.empty();
        Optional<ClaimedRow> next = turns.next(handle, seen);
        while (next.isPresent() && granted.isEmpty()) {
            granted = give(handle, next.get(), workerId).filter(Claim.Granted.class::isInstance);
            seen.add(next.get().job().id());
            next = granted.isPresent() || seen.size() == LOOKS ? Optional.empty() : turns.next(handle, seen);
        }
        return granted;
    }

    private Claim nothing(Handle handle, int jobId) {
        turns.parkAll(handle, clock.instant());
        queue.announce(handle, turns.releaseAll(handle));
        return handle.createQuery(JobRows.SELECT + " WHERE j.job_id = :id")
                .bind("id", jobId)
                .map(ClaimedRow::of)
                .map(PostgresClaims::refused)
                .one();
    }

    private static Optional<ClaimedRow> locked(Handle handle, int jobId) {
        return handle.createQuery(JobRows.SELECT + " WHERE j.job_id = :id FOR UPDATE OF j")
                .bind("id", jobId)
                .map(ClaimedRow::of)
                .findOne();
    }

    private static Claim refused(ClaimedRow row) {
        JobStatus status = row.job().status();
        return new Claim.Refused(status, status == JobStatus.QUEUED ? NOT_ITS_TURN : "Job is " + status.wire());
    }

    private static Claim notItsTurn() {
        return new Claim.Refused(JobStatus.QUEUED, NOT_ITS_TURN);
    }

    /** Granted, or refused because it can never run; empty when it is not its turn. */
    private Optional<Claim> give(Handle handle, ClaimedRow row, String workerId) {
        Optional<String> obstacle = row.obstacle();
        if (obstacle.isPresent()) {
            Instant now = clock.instant();
            JobEnd.fail(handle, row.job().id(), obstacle.get(), now);
            queue.tell(handle, JobNews.of(row.job()), JobStatus.FAILED, now);
            return Optional.of(new Claim.Refused(JobStatus.FAILED, obstacle.get()));
        }
        if (turns.take(handle, row)) {
            return Optional.of(grant(handle, row, workerId));
        }
        // Others skipped it while it was locked here, and their messages are used up.
        JobTurns.park(handle, row, clock.instant());
        return Optional.empty();
    }

    private Claim grant(Handle handle, ClaimedRow row, String workerId) {
        Instant now = clock.instant();
        UUID token = ids.next();
        Job job = handle.createQuery(
                        """
                        WITH j AS (
                            UPDATE scan_jobs SET status = 'running', worker_id = :worker, lease_token = :token,
                                   lease_generation = lease_generation + 1, lease_expires_at = :expires,
                                   heartbeat_at = :now, started_at = coalesce(started_at, :now), error = NULL,
                                   target_host = :host, parked_at = NULL
                            WHERE job_id = :id
                            RETURNING *
                        )
                        SELECT j.*, CAST(:assetKey AS text) AS asset_key, CAST(:assetName AS text) AS asset_name FROM j
                        """)
                .bind("id", row.job().id())
                .bind("worker", workerId)
                .bind("token", token)
                .bind("expires", rules.endOf(now))
                .bind("now", now)
                .bind("host", ClaimedRow.hostOf(row.target().orElseThrow()))
                .bind("assetKey", row.job().assetKey())
                .bind("assetName", row.job().assetName())
                .map(JobRows::job)
                .one();
        queue.tell(handle, JobNews.of(job), JobStatus.RUNNING, now);
        return new Claim.Granted(token, rules.endOf(now), job, row.target().orElseThrow());
    }
}
