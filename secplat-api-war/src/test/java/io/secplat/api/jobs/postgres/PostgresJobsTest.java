package io.secplat.api.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.jobs.Claim;
import io.secplat.api.jobs.Completion;
import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import io.secplat.runtime.MovingClock;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PostgresJobsTest {

    private static final Caller MIRA = new Caller("mira", AccessRole.ANALYST, "web-7Qd2");

    private final MovingClock clock = new MovingClock(Instant.parse("2026-05-04T07:20:11Z"));
    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    private final LeaseRules rules = new LeaseRules(Duration.ofSeconds(60), 2);
    private final List<String> closed = new ArrayList<>();
    private final Jobs jobs = new PostgresJobs(
            database,
            outbox,
            (handle, jobId, assetId, keys, now) -> closed.addAll(keys),
            rules,
            UUID::randomUUID,
            clock);
    private final PostgresExpiredLeases expired =
            new PostgresExpiredLeases(database, outbox, rules, UUID::randomUUID, clock);
    private final int shop = rows.website("shop");

    @Test
    void a_scan_is_queued_announced_and_audited_once_per_hour() {
        Jobs.Ordered first = jobs.order(order(shop, false), MIRA);
        Jobs.Ordered again = jobs.order(order(shop, false), MIRA);
        Jobs.Ordered forced = jobs.order(order(shop, true), MIRA);

        assertThat(first.deduped()).isFalse();
        assertThat(first.job().idempotencyKey()).isEqualTo("tls_headers+shop+2026-05-04T07");
        assertThat(again.deduped()).isTrue();
        assertThat(again.job().id()).isEqualTo(first.job().id());
        assertThat(forced.job().id()).isNotEqualTo(first.job().id());
        assertThat(forced.job().idempotencyKey()).isNull();
        assertThat(rows.published("scan.requested")).hasSize(2);
        assertThat(rows.published("scan.requested").get(0).getInt("job_id"))
                .isEqualTo(first.job().id());
        assertThat(rows.audited()).containsExactly("job.create", "job.create");
    }

    @Test
    void websites_hear_of_each_state_of_a_job() {
        int id = jobs.order(order(shop, false), MIRA).job().id();
        Claim.Granted granted = (Claim.Granted) jobs.claim(id, "w1");
        clock.advance(Duration.ofSeconds(61));
        assertThat(expired.recover()).isEqualTo(1);
        Claim.Granted second = (Claim.Granted) jobs.claim(id, "w2");
        jobs.complete(id, new Completion(second.leaseToken(), JobStatus.DONE, null, null));
        jobs.retry(id, MIRA);
        jobs.cancel(id, MIRA);

        assertThat(granted.leaseToken()).isNotEqualTo(second.leaseToken());
        assertThat(rows.published("job.state"))
                .allMatch(news -> news.getInt("job_id") == id
                        && news.getString("job_type").equals("tls_headers")
                        && news.getString("asset_key").equals("shop"))
                .extracting(news -> news.getString("status"))
                .containsExactly("queued", "running", "queued", "running", "done", "queued", "cancelled");
    }

    @Test
    void an_unknown_asset_cannot_be_scanned() {
        assertProblem(ProblemType.ASSET_UNKNOWN, () -> jobs.order(order(9_999, false), MIRA));
    }

    @Test
    void of_many_who_claim_a_job_at_once_one_gets_it() throws Exception {
        int job = jobs.order(order(shop, false), MIRA).job().id();
        CyclicBarrier start = new CyclicBarrier(8);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Claim>> claims = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String worker = "w" + i;
                claims.add(pool.submit(() -> {
                    start.await();
                    return jobs.claim(job, worker);
                }));
            }
            int granted = 0;
            for (Future<Claim> claim : claims) {
                granted += claim.get() instanceof Claim.Granted ? 1 : 0;
            }
            assertThat(granted).isEqualTo(1);
            assertThat(rows.one("SELECT lease_generation FROM scan_jobs", Long.class))
                    .isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_job_that_can_never_run_fails_at_the_claim() {
        int unverified = jobs.order(order(rows.asset("raw", "external_web", false), false), MIRA)
                .job()
                .id();
        int app = jobs.order(order(rows.asset("app", "app", false), false), MIRA)
                .job()
                .id();

        assertThat(jobs.claim(unverified, "w")).isEqualTo(new Claim.Refused(JobStatus.FAILED, "Domain not verified"));
        assertThat(jobs.claim(app, "w")).isEqualTo(new Claim.Refused(JobStatus.FAILED, "Target is not external_web"));
        assertThat(jobs.find(unverified).orElseThrow().job().error()).isEqualTo("Domain not verified");
        assertThat(jobs.claim(9_999, "w")).isEqualTo(new Claim.Unknown());
    }

    @Test
    void a_worker_logs_and_completes_and_may_say_so_twice() {
        Claim.Granted claim = claimed();
        int job = claim.job().id();

        assertThat(jobs.log(job, claim.leaseToken(), List.of("one", "two"))).isEqualTo(3);
        assertThat(jobs.find(job).orElseThrow().logOutput()).isEqualTo("one\ntwo");
        assertThat(jobs.log(job, claim.leaseToken(), List.of("three"))).isEqualTo(4);
        jobs.complete(job, done(claim.leaseToken()));
        jobs.complete(job, done(claim.leaseToken()));

        assertThat(jobs.find(job).orElseThrow().job().status()).isEqualTo(JobStatus.DONE);
        assertThat(jobs.find(job).orElseThrow().logOutput()).isEqualTo("one\ntwo\nthree");
        assertThat(closed).containsExactly("k1");
        assertProblem(ProblemType.STALE_LEASE, () -> jobs.log(job, claim.leaseToken(), List.of("late")));
        assertProblem(
                ProblemType.STALE_LEASE,
                () -> jobs.complete(job, new Completion(claim.leaseToken(), JobStatus.FAILED, null, null)));
    }

    @Test
    void a_heartbeat_keeps_the_lease_and_silence_loses_it() {
        Claim.Granted zombie = claimed();
        int job = zombie.job().id();
        clock.advance(Duration.ofSeconds(40));
        jobs.heartbeat(job, zombie.leaseToken());
        clock.advance(Duration.ofSeconds(40));
        assertThat(expired.recover()).isZero();
        clock.advance(Duration.ofSeconds(21));

        assertProblem(ProblemType.STALE_LEASE, () -> jobs.heartbeat(job, zombie.leaseToken()));
        assertThat(expired.recover()).isEqualTo(1);
        assertThat(jobs.find(job).orElseThrow().job().error()).isEqualTo("lease_expired");
        assertThat(jobs.find(job).orElseThrow().job().retryCount()).isEqualTo(1);
        assertThat(rows.published("scan.requested")).hasSize(2);

        Claim.Granted heir = (Claim.Granted) jobs.claim(job, "w2");
        assertProblem(ProblemType.STALE_LEASE, () -> jobs.complete(job, done(zombie.leaseToken())));
        jobs.complete(job, done(heir.leaseToken()));
        assertProblem(ProblemType.STALE_LEASE, () -> jobs.complete(job, done(zombie.leaseToken())));
    }

    @Test
    void a_job_that_lost_its_worker_too_often_fails_and_is_buried() {
        int job = claimed().job().id();
        clock.advance(Duration.ofMinutes(2));
        expired.recover();
        jobs.claim(job, "w2");
        clock.advance(Duration.ofMinutes(2));
        expired.recover();

        assertThat(jobs.find(job).orElseThrow().job().status()).isEqualTo(JobStatus.FAILED);
        assertThat(jobs.find(job).orElseThrow().job().error()).isEqualTo("lease_expired_exhausted");
        assertThat(rows.one(
                        "SELECT payload ->> 'error' FROM outbox_events WHERE target = 'secplat.jobs.scan.dlq'",
                        String.class))
                .isEqualTo("lease_expired_exhausted");
    }

    @Test
    void a_cancelled_job_throws_its_worker_out_and_can_be_retried_with_an_empty_log() {
        Claim.Granted claim = claimed();
        int job = claim.job().id();
        jobs.log(job, claim.leaseToken(), List.of("one"));
        jobs.cancel(job, MIRA);

        assertProblem(ProblemType.STALE_LEASE, () -> jobs.heartbeat(job, claim.leaseToken()));
        assertProblem(ProblemType.CONFLICT, () -> jobs.cancel(job, MIRA));
        jobs.retry(job, MIRA);
        assertProblem(ProblemType.CONFLICT, () -> jobs.retry(job, MIRA));

        assertThat(jobs.find(job).orElseThrow().job().status()).isEqualTo(JobStatus.QUEUED);
        assertThat(jobs.find(job).orElseThrow().logOutput()).isNull();
        assertThat(rows.ask("SELECT seq FROM job_log_lines", Integer.class)).isEmpty();
        assertThat(rows.audited()).containsExactly("job.create", "job.cancel", "job.retry");
    }

    @Test
    void waiting_jobs_are_announced_again_when_the_transport_lost_them() {
        jobs.order(order(shop, false), MIRA);
        claimed();

        assertThat(new QueuedJobs(database, outbox, UUID::randomUUID).republish())
                .isEqualTo(1);
        assertThat(rows.published("scan.requested")).hasSize(3);
    }

    @Test
    void only_jobs_that_could_be_claimed_and_whose_messages_are_all_sent_can_be_stranded() {
        QueuedJobs claimable = new QueuedJobs(database, outbox, UUID::randomUUID);
        assertThat(claimable.waitWithAllSent()).isFalse();
        int first = jobs.order(order(shop, true), MIRA).job().id();
        int second = jobs.order(order(shop, true), MIRA).job().id();
        assertThat(claimable.waitWithAllSent()).isFalse();

        rows.run("UPDATE outbox_events SET published_at = now()");
        rows.run("UPDATE scan_jobs SET parked_at = now() WHERE job_id = " + first);
        assertThat(claimable.waitWithAllSent()).isTrue();
        assertThat(claimable.announce(Set.of(second))).isEmpty();
        assertThat(claimable.announce(Set.of(first))).containsExactly(second);
        assertThat(claimable.waitWithAllSent()).isFalse();
        assertThat(rows.published("scan.requested").get(2).getInt("job_id")).isEqualTo(second);

        rows.run("UPDATE outbox_events SET published_at = now()");
        rows.run("UPDATE scan_jobs SET parked_at = now() WHERE job_id = " + second);
        assertThat(claimable.waitWithAllSent()).isFalse();
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest() {
        int a = jobs.order(order(shop, true), MIRA).job().id();
        int b = jobs.order(order(shop, true), MIRA).job().id();

        assertThat(jobs.page(Optional.empty(), 1, Optional.empty()).get(0).id()).isEqualTo(b);
        assertThat(jobs.page(Optional.of(JobStatus.QUEUED), 5, Optional.of(b)))
                .extracting(job -> job.id())
                .containsExactly(a);
        assertThat(jobs.page(Optional.of(JobStatus.DONE), 5, Optional.empty())).isEmpty();
    }

    private Claim.Granted claimed() {
        int job = jobs.order(order(shop, true), MIRA).job().id();
        return (Claim.Granted) jobs.claim(job, "w1");
    }

    private static JobOrder order(int asset, boolean force) {
        return new JobOrder(JobType.TLS_HEADERS, asset, JsonValue.EMPTY_JSON_OBJECT, force);
    }

    private static Completion done(UUID token) {
        return new Completion(
                token,
                JobStatus.DONE,
                null,
                jakarta.json.Json.createObjectBuilder()
                        .add(
                                "checked_finding_keys",
                                jakarta.json.Json.createArrayBuilder().add("k1"))
                        .build());
    }

    private static void assertProblem(ProblemType type, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}
