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
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobTurnsTest {

    private static final int PER_HOST = 2;

    private final MovingClock clock = new MovingClock();
    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    private final LeaseRules rules = new LeaseRules(Duration.ofSeconds(60), 2, PER_HOST);
    private final Jobs jobs = new PostgresJobs(
            database, outbox, (handle, jobId, assetId, keys, now) -> {}, rules, UUID::randomUUID, clock);
    private final PostgresExpiredLeases sweeper =
            new PostgresExpiredLeases(database, outbox, rules, UUID::randomUUID, clock);

    @Test
    void the_most_urgent_goes_first_and_then_the_oldest() {
        int low = order(rows.website("a"), JobPriority.LOW);
        int first = order(rows.website("b"), JobPriority.NORMAL);
        int second = order(rows.website("c"), JobPriority.NORMAL);
        int high = order(rows.website("d"), JobPriority.HIGH);

        assertThat(List.of(taken(low), taken(low), taken(low), taken(low))).containsExactly(high, first, second, low);
        assertThat(jobs.claimAny(low, "w")).isEqualTo(new Claim.Refused(JobStatus.RUNNING, "Job is running"));
    }

    @Test
    void what_a_worker_does_for_a_job_carries_the_request_that_asked_for_it() {
        order(rows.website("a"), JobPriority.NORMAL);
        Claim.Granted granted = (Claim.Granted) jobs.claimAny(1, "w");

        assertThat(granted.json().getString("request_id")).isEqualTo("req-normal");
        assertThat(granted.json().getJsonObject("job").getString("priority")).isEqualTo("normal");
    }

    @Test
    void one_asset_is_scanned_by_one_job_at_a_time_and_the_next_is_asked_for_at_its_end() {
        int shop = rows.website("shop");
        int first = order(shop, JobPriority.NORMAL);
        Claim.Granted running = granted(first);
        int second = order(shop, JobPriority.NORMAL);
        int third = order(shop, JobPriority.HIGH);

        assertThat(jobs.claimAny(second, "w2"))
                .isEqualTo(new Claim.Refused(JobStatus.QUEUED, "Another scan of this asset or host is running"));
        assertThat(jobs.claim(third, "w3")).isInstanceOf(Claim.Refused.class);
        assertThat(parked()).containsExactlyInAnyOrder(second, third);

        complete(running);
        assertThat(asked()).containsExactly(first, second, third, third);
        assertThat(parked()).containsExactly(second);
        complete(granted(third));
        assertThat(asked()).containsExactly(first, second, third, third, second);
        complete(granted(second));
        assertThat(parked()).isEmpty();
    }

    @Test
    void so_many_assets_of_one_host_are_scanned_at_once_whatever_their_ports() {
        int first = order(site("a", "Shop.example.org"), JobPriority.NORMAL);
        int second = order(site("b", "shop.example.org:8443"), JobPriority.NORMAL);
        int third = order(site("c", "shop.example.org:9443"), JobPriority.NORMAL);
        int elsewhere = order(site("d", "other.example.org"), JobPriority.LOW);
        Claim.Granted one = granted(first);
        granted(second);

        assertThat(taken(third)).isEqualTo(elsewhere);
        assertThat(jobs.claimAny(elsewhere, "w")).isInstanceOf(Claim.Refused.class);
        assertThat(parked()).containsExactly(third);
        complete(one);
        assertThat(taken(third)).isEqualTo(third);
    }

    @Test
    void a_job_that_can_never_run_is_in_nobodys_way() {
        int raw = order(rows.asset("raw", "external_web", false), JobPriority.HIGH);
        int good = order(rows.website("good"), JobPriority.NORMAL);

        assertThat(jobs.claimAny(9_999, "w")).isEqualTo(new Claim.Unknown());
        assertThat(taken(raw)).isEqualTo(good);
        assertThat(jobs.find(raw).orElseThrow().job().error()).isEqualTo("Domain not verified");
        assertThat(jobs.claimAny(raw, "w")).isEqualTo(new Claim.Refused(JobStatus.FAILED, "Job is failed"));
    }

    @Test
    void a_cancelled_job_makes_room_and_so_does_one_whose_worker_fell_silent_for_good() {
        int shop = rows.website("shop");
        int first = order(shop, JobPriority.NORMAL);
        int second = order(shop, JobPriority.NORMAL);
        granted(first);
        jobs.claimAny(second, "w");
        jobs.cancel(first, caller("mira"));
        assertThat(asked()).containsExactly(first, second, second);

        int third = order(shop, JobPriority.NORMAL);
        granted(second);
        jobs.claimAny(third, "w");
        clock.advance(Duration.ofSeconds(61));
        sweeper.recover();
        granted(second);
        clock.advance(Duration.ofSeconds(61));
        sweeper.recover();
        assertThat(jobs.find(second).orElseThrow().job().error()).isEqualTo("lease_expired_exhausted");
        assertThat(asked().subList(3, asked().size())).containsExactly(third, second, third);
    }

    @Test
    void a_moment_that_was_missed_is_made_good_by_the_sweeper() {
        int shop = rows.website("shop");
        int job = order(shop, JobPriority.NORMAL);
        rows.run("UPDATE scan_jobs SET parked_at = now()");

        assertThat(sweeper.recover()).isZero();
        assertThat(asked()).containsExactly(job, job);
        assertThat(parked()).isEmpty();
        sweeper.recover();
        assertThat(asked()).hasSize(2);
    }

    @Test
    void a_retried_job_waits_for_its_turn_like_any_other() {
        int shop = rows.website("shop");
        int first = order(shop, JobPriority.NORMAL);
        complete(granted(first));
        int second = order(shop, JobPriority.NORMAL);
        Claim.Granted running = granted(second);
        jobs.retry(first, caller("mira"));

        assertThat(jobs.claimAny(first, "w")).isInstanceOf(Claim.Refused.class);
        complete(running);
        assertThat(taken(first)).isEqualTo(first);
    }

    private int site(String key, String name) {
        int id = rows.website(key);
        rows.run("UPDATE assets SET name = '" + name + "' WHERE asset_id = " + id);
        return id;
    }

    private int order(int asset, JobPriority priority) {
        JobOrder order = new JobOrder(JobType.TLS_HEADERS, asset, JsonValue.EMPTY_JSON_OBJECT, true, priority);
        return jobs.order(order, caller(priority.wire())).job().id();
    }

    private static Caller caller(String name) {
        return new Caller(name, AccessRole.ANALYST, "req-" + name);
    }

    private int taken(int message) {
        return granted(message).job().id();
    }

    private Claim.Granted granted(int message) {
        return (Claim.Granted) jobs.claimAny(message, "w");
    }

    private void complete(Claim.Granted claim) {
        jobs.complete(claim.job().id(), new Completion(claim.leaseToken(), JobStatus.DONE, null, null));
    }

    private List<Integer> parked() {
        return rows.ask("SELECT job_id FROM scan_jobs WHERE parked_at IS NOT NULL ORDER BY job_id", Integer.class);
    }

    private List<Integer> asked() {
        return rows.ask(
                "SELECT CAST(payload ->> 'job_id' AS int) FROM outbox_events WHERE target = 'secplat.jobs.scan' ORDER BY id",
                Integer.class);
    }
}
