package io.secplat.api.jobs.postgres;

import io.secplat.contracts.event.ScanRequested;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/**
 * Whose turn it is. One asset has at most one running job, one host at most so many; of the jobs that may run the most urgent
 * goes first, and of those the oldest. A job whose turn it is not is parked: it has no message any more, and gets one when a
 * job ends that was in its way. Statements of a transaction that decides; whoever gives a job away holds the locks of its
 * host and asset until the commit, so that two cannot be given away side by side.
 */
final class JobTurns {

    /** The host of an asset as jobs are counted by it: its name without the port. */
    static final String HOST = "lower(regexp_replace(a.name, ':[0-9]{1,5}$', ''))";

    private static final String ASSET_IS_FREE =
            """
            NOT EXISTS (SELECT FROM scan_jobs r WHERE r.status = 'running' AND r.target_asset_id = j.target_asset_id)
            """;

    private static final int PARKED_AT_ONCE = 1_000;
    private static final int RELEASED_AT_ONCE = 500;

    private final int perHost;

    JobTurns(int perHost) {
        this.perHost = perHost;
    }

    private static String hostIsFree(String host) {
        return "(SELECT count(*) FROM scan_jobs r WHERE r.status = 'running' AND r.target_host = " + host
                + ") < :perHost";
    }

    private static String isFree() {
        return ASSET_IS_FREE + " AND " + hostIsFree("j.target_host");
    }

    /** The job whose turn it is, locked; without those that were looked at already. Empty when no job may run. */
    Optional<ClaimedRow> next(Handle handle, Collection<Integer> without) {
        return handle.createQuery(JobRows.SELECT
                        + " WHERE j.status = 'queued' AND j.parked_at IS NULL AND j.job_id <> ALL (:without) AND "
                        + isFree() + " ORDER BY j.priority DESC, j.job_id LIMIT 1 FOR UPDATE OF j SKIP LOCKED")
                .bindArray("without", Integer.class, without.toArray())
                .bind("perHost", perHost)
                .map(ClaimedRow::of)
                .findOne();
    }

    /**
     * Locks host and asset of a job that is locked; whether it may run, now that nobody else can decide about them. False as well
     * while somebody else decides.
     */
    boolean take(Handle handle, ClaimedRow row) {
        String host = row.target().map(ClaimedRow::hostOf).orElse("");
        return locked(handle, row, host) && isFree(handle, row, host);
    }

    /** Without waiting: who waits for one host while it holds another could wait for ever. */
    private static boolean locked(Handle handle, ClaimedRow row, String host) {
        return handle.createQuery(
                        """
                        SELECT pg_try_advisory_xact_lock(hashtextextended('secplat.jobs.host ' || :host, 0))
                           AND pg_try_advisory_xact_lock(hashtextextended('secplat.jobs.asset ' || :asset, 0))
                        """)
                .bind("host", host)
                .bind("asset", String.valueOf(row.job().targetAssetId()))
                .mapTo(Boolean.class)
                .one();
    }

    private boolean isFree(Handle handle, ClaimedRow row, String host) {
        return handle.createQuery("SELECT " + ASSET_IS_FREE + " AND " + hostIsFree(":host")
                        + " FROM scan_jobs j WHERE j.job_id = :id")
                .bind("id", row.job().id())
                .bind("host", host)
                .bind("perHost", perHost)
                .mapTo(Boolean.class)
                .one();
    }

    /** One job is without a message from now on. */
    static void park(Handle handle, ClaimedRow row, Instant now) {
        handle.createUpdate("UPDATE scan_jobs SET parked_at = :now, target_host = :host WHERE job_id = :id")
                .bind("id", row.job().id())
                .bind("host", row.target().map(ClaimedRow::hostOf).orElse(null))
                .bind("now", now)
                .execute();
    }

    /**
     * So are all that wait, whether they can run or not: one that could not a moment ago may be free by now, and its message is
     * used up. Those that somebody else looks at are left to them. {@link #releaseAll} afterwards asks for the free ones.
     */
    void parkAll(Handle handle, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE scan_jobs SET parked_at = :now WHERE job_id IN (
                            SELECT job_id FROM scan_jobs WHERE status = 'queued' AND parked_at IS NULL
                            ORDER BY priority DESC, job_id LIMIT :max FOR UPDATE SKIP LOCKED)
                        """)
                .bind("now", now)
                .bind("max", PARKED_AT_ONCE)
                .execute();
    }

    /** The parked job that may run now that this one has ended; parked no more, and the caller asks for a worker. */
    List<JobQueue.Waiting> releaseAfter(Handle handle, int endedJob) {
        return release(handle, "target_host = (SELECT target_host FROM scan_jobs WHERE job_id = :ended)", endedJob);
    }

    /** The most urgent parked job of each host that has room: finds those whose moment somebody missed. */
    List<JobQueue.Waiting> releaseAll(Handle handle) {
        return release(handle, ":ended = 0", 0);
    }

    private List<JobQueue.Waiting> release(Handle handle, String where, int endedJob) {
        return handle.createQuery(
                        """
                        WITH hosts AS (
                            SELECT DISTINCT target_host AS name FROM scan_jobs
                            WHERE status = 'queued' AND parked_at IS NOT NULL AND %s
                        ), first AS (
                            SELECT best.job_id
                            FROM hosts CROSS JOIN LATERAL (
                                SELECT j.job_id FROM scan_jobs j
                                WHERE j.status = 'queued' AND j.parked_at IS NOT NULL
                                  AND j.target_host IS NOT DISTINCT FROM hosts.name AND %s
                                ORDER BY j.priority DESC, j.job_id LIMIT 1
                            ) best
                            WHERE %s
                        ), mine AS (
                            SELECT job_id FROM scan_jobs
                            WHERE job_id IN (SELECT job_id FROM first) AND status = 'queued' AND parked_at IS NOT NULL
                            ORDER BY priority DESC, job_id LIMIT :max FOR UPDATE SKIP LOCKED
                        )
                        UPDATE scan_jobs j SET parked_at = NULL FROM mine WHERE j.job_id = mine.job_id
                        RETURNING j.job_id, j.job_type, j.target_asset_id, coalesce(j.requested_by, '') AS requested_by,
                                  j.request_id
                        """
                                .formatted(where, ASSET_IS_FREE, hostIsFree("hosts.name")))
                .bind("ended", endedJob)
                .bind("perHost", perHost)
                .bind("max", RELEASED_AT_ONCE)
                .map(JobTurns::waiting)
                .list();
    }

    /** A queued job as a row tells it. */
    static JobQueue.Waiting waiting(RowView row) {
        ScanRequested request = new ScanRequested(
                row.getColumn("job_id", Integer.class),
                row.getColumn("job_type", String.class),
                row.getColumn("target_asset_id", Integer.class),
                row.getColumn("requested_by", String.class));
        return new JobQueue.Waiting(request, null, row.getColumn("request_id", String.class));
    }
}
