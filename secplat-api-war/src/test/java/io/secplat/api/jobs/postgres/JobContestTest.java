package io.secplat.api.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.jobs.Claim;
import io.secplat.api.jobs.Completion;
import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.JobPriority;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import io.secplat.runtime.MovingClock;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many workers at once, each with a message of its own: the limits hold at every moment and every job runs once. A worker that
 * finds no message sweeps, as the servers do each second.
 */
@Timeout(120)
class JobContestTest {

    private static final int PER_HOST = 2;
    private static final int JOBS = 120;
    private static final int WORKERS = 8;
    private static final String OVERLAPPING =
            """
            SELECT count(*) FROM spans a JOIN spans b ON a.job_id < b.job_id AND a.asset = b.asset
            WHERE a.began < b.ended AND b.began < a.ended
            """;
    private static final String MOST_OF_A_HOST =
            """
            SELECT coalesce(max(n), 0) FROM (
                SELECT (SELECT count(*) FROM spans b
                        WHERE b.host = a.host AND b.began <= a.began AND b.ended > a.began) AS n FROM spans a) counted
            """;

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    private final LeaseRules rules = new LeaseRules(Duration.ofMinutes(10), 2, PER_HOST);
    private final MovingClock clock = new MovingClock();
    private final Jobs jobs = new PostgresJobs(
            database, outbox, (handle, jobId, assetId, keys, now) -> {}, rules, UUID::randomUUID, clock);
    private final PostgresExpiredLeases sweeper =
            new PostgresExpiredLeases(database, outbox, rules, UUID::randomUUID, clock);

    @Test
    void every_job_runs_once_and_no_asset_or_host_is_crowded() throws Exception {
        rows.run("CREATE TABLE spans (job_id int PRIMARY KEY, asset int, host text, began bigint, ended bigint)");
        Random random = new Random(20_260_504);
        List<Integer> assets = IntStream.range(0, 12)
                .mapToObj(n -> site("site-" + n, "host-" + n % 4 + ".example.org:" + (8_000 + n)))
                .toList();
        for (int n = 0; n < JOBS; n++) {
            JobPriority priority = JobPriority.ofRank(random.nextInt(3) - 1);
            order(assets.get(random.nextInt(assets.size())), priority);
        }

        ExecutorService pool = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<Integer>> done = IntStream.range(0, WORKERS)
                    .mapToObj(worker -> pool.submit(() -> work("w" + worker)))
                    .toList();
            int sum = 0;
            for (Future<Integer> count : done) {
                sum += count.get();
            }
            assertThat(sum).isEqualTo(JOBS);
        } finally {
            pool.shutdownNow();
        }
        assertThat(rows.one("SELECT count(*) FROM scan_jobs WHERE status = 'done'", Integer.class))
                .isEqualTo(JOBS);
        assertThat(rows.one("SELECT count(*) FROM spans", Integer.class)).isEqualTo(JOBS);
        assertThat(rows.one(OVERLAPPING, Integer.class)).isZero();
        assertThat(rows.one(MOST_OF_A_HOST, Integer.class)).isBetween(1, PER_HOST);
    }

    /** Reads messages as the stream would hand them out: the oldest that nobody took. */
    private int work(String worker) {
        int done = 0;
        while (rows.one("SELECT count(*) FROM scan_jobs WHERE status = 'queued'", Integer.class) > 0) {
            List<Integer> messages = message();
            if (messages.isEmpty()) {
                int unused = sweeper.recover();
            }
            for (Integer message : messages) {
                if (jobs.claimAny(message, worker) instanceof Claim.Granted granted) {
                    run(granted);
                    done++;
                }
            }
        }
        return done;
    }

    private List<Integer> message() {
        return database.inTransaction(handle -> handle.createQuery(
                        """
                        UPDATE outbox_events SET published_at = now() WHERE id IN (
                            SELECT id FROM outbox_events
                            WHERE event_type = 'scan.requested' AND published_at IS NULL
                            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING CAST(payload ->> 'job_id' AS int)
                        """)
                .mapTo(Integer.class)
                .list());
    }

    /** The span lies within the lease, so spans overlap only if leases did. */
    private void run(Claim.Granted granted) {
        long began = System.nanoTime();
        int job = granted.job().id();
        rows.run("INSERT INTO spans SELECT job_id, target_asset_id, target_host, " + began
                + ", 0 FROM scan_jobs WHERE job_id = " + job);
        rows.run("UPDATE spans SET ended = " + System.nanoTime() + " WHERE job_id = " + job);
        jobs.complete(job, new Completion(granted.leaseToken(), JobStatus.DONE, null, null));
    }

    private int site(String key, String name) {
        int id = rows.website(key);
        rows.run("UPDATE assets SET name = '" + name + "' WHERE asset_id = " + id);
        return id;
    }

    private void order(int asset, JobPriority priority) {
        JobOrder order = new JobOrder(JobType.TLS_HEADERS, asset, JsonValue.EMPTY_JSON_OBJECT, true, priority);
        Jobs.Ordered unused = jobs.order(order, new Caller("mira", AccessRole.ANALYST, "req-1"));
    }
}
