package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.Completion;
import io.secplat.api.jobs.Job;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.jobs.LogLines;
import io.secplat.api.postgres.Database;
import io.secplat.api.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What workers do with jobs: every write happens under the row's lock and the token of a lease that holds. */
final class PostgresLeases {

    private final Database database;
    private final ScanResults results;
    private final JobQueue queue;
    private final LeaseRules rules;
    private final JobTurns turns;
    private final Clock clock;

    PostgresLeases(Database database, ScanResults results, JobQueue queue, LeaseRules rules, Clock clock) {
        this.database = database;
        this.results = results;
        this.queue = queue;
        this.rules = rules;
        this.turns = new JobTurns(rules.perHost());
        this.clock = clock;
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
            queue.tell(handle, JobNews.of(job), completion.status(), now);
            queue.announce(handle, turns.releaseAfter(handle, jobId));
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
}
