package io.secplat.api.schedules.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.jobs.Claim;
import io.secplat.api.jobs.Completion;
import io.secplat.api.jobs.JobPriority;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.jobs.postgres.PostgresJobs;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.api.request.IdPage;
import io.secplat.api.schedules.Schedule;
import io.secplat.api.schedules.cron.CronTimetable;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import io.secplat.runtime.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostgresSchedulesTest {

    private static final Caller MIRA = new Caller("mira", AccessRole.ANALYST, "web-7Qd2");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final IdPage PAGE = new IdPage(50, Optional.empty());

    private final MovingClock clock = new MovingClock(Instant.parse("2026-05-04T07:20:11Z"));
    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final Jobs jobs = new PostgresJobs(
            database,
            new OutboxTable(new OutboxSignal()),
            (handle, jobId, assetId, keys, now) -> {},
            new LeaseRules(Duration.ofHours(1), 2),
            UUID::randomUUID,
            clock);
    private final PostgresSchedules schedules = new PostgresSchedules(database, new CronTimetable(), clock);
    private final PostgresDueSchedules due =
            new PostgresDueSchedules(database, jobs, new CronTimetable(), UUID::randomUUID, clock);
    private final int shop = rows.website("shop");

    @Test
    void a_schedule_is_made_changed_listed_and_deleted_with_an_audit_row_each() {
        Schedule made = schedules.make(shop, JobType.TLS_HEADERS, rule("30 2 * * *"), MIRA);
        assertThat(made.nextRunAt()).isEqualTo("2026-05-05T02:30:00Z");
        assertThat(made.json().getString("asset_key")).isEqualTo("shop");

        Schedule moved = schedules.change(
                made.id(),
                rule -> new Schedule.Rule("0 8 * * *", ZoneId.of("Europe/Berlin"), rule.priority(), rule.enabled()),
                MIRA);
        assertThat(moved.nextRunAt()).isEqualTo("2026-05-05T06:00:00Z");
        assertThat(schedules.page(Optional.of("shop"), PAGE)).containsExactly(moved);
        assertThat(schedules.page(Optional.of("till"), PAGE)).isEmpty();

        Schedule off = schedules.change(made.id(), enabled(false), MIRA);
        assertThat(off.nextRunAt()).isNull();
        schedules.delete(made.id(), MIRA);
        assertThat(schedules.page(Optional.empty(), PAGE)).isEmpty();
        assertThat(rows.audited())
                .containsExactly("schedule.create", "schedule.update", "schedule.update", "schedule.delete");
    }

    @Test
    void an_asset_has_one_schedule_of_each_type_and_must_be_there() {
        schedules.make(shop, JobType.TLS_HEADERS, rule("30 2 * * *"), MIRA);
        schedules.make(shop, JobType.WEB_EXPOSURE, rule("30 2 * * *"), MIRA);

        assertProblem(ProblemType.CONFLICT, () -> schedules.make(shop, JobType.TLS_HEADERS, rule("0 1 * * *"), MIRA));
        assertProblem(
                ProblemType.ASSET_UNKNOWN, () -> schedules.make(9_999, JobType.TLS_HEADERS, rule("0 1 * * *"), MIRA));
        assertProblem(ProblemType.SCHEDULE_UNKNOWN, () -> schedules.change(9_999, enabled(true), MIRA));
        assertProblem(ProblemType.SCHEDULE_UNKNOWN, () -> schedules.delete(9_999, MIRA));
        assertThat(rows.audited()).containsExactly("schedule.create", "schedule.create");
    }

    @Test
    void what_is_due_becomes_a_job_once() {
        Schedule schedule = schedules.make(
                shop, JobType.TLS_HEADERS, new Schedule.Rule("*/30 * * * *", UTC, JobPriority.LOW, true), MIRA);
        assertThat(due.run()).isZero();
        clock.advance(Duration.ofMinutes(10));
        assertThat(due.run()).isEqualTo(1);
        assertThat(due.run()).isZero();

        Claim.Granted granted = (Claim.Granted) jobs.claimAny(1, "w");
        assertThat(granted.job().requestedBy()).isEqualTo("scheduler");
        assertThat(granted.job().priority()).isEqualTo(JobPriority.LOW);
        Schedule after = one(schedule);
        assertThat(after.history().lastJobId()).isEqualTo(granted.job().id());
        assertThat(after.nextRunAt()).isEqualTo("2026-05-04T08:00:00Z");
        assertThat(rows.published("scan.requested")).hasSize(1);
    }

    @Test
    void it_is_skipped_while_the_job_before_is_not_over_or_the_asset_not_active() {
        Schedule schedule = schedules.make(shop, JobType.TLS_HEADERS, rule("*/30 * * * *"), MIRA);
        clock.advance(Duration.ofMinutes(10));
        due.run();
        clock.advance(Duration.ofMinutes(30));
        due.run();
        assertThat(one(schedule).history().skipped()).isEqualTo(1);

        Claim.Granted granted = (Claim.Granted) jobs.claimAny(1, "w");
        jobs.complete(granted.job().id(), new Completion(granted.leaseToken(), JobStatus.DONE, null, null));
        rows.run("UPDATE assets SET is_active = false");
        clock.advance(Duration.ofMinutes(30));
        due.run();
        assertThat(one(schedule).history().skipped()).isEqualTo(2);
        assertThat(rows.published("scan.requested")).hasSize(1);

        rows.run("UPDATE assets SET is_active = true");
        clock.advance(Duration.ofMinutes(30));
        due.run();
        assertThat(rows.published("scan.requested")).hasSize(2);
    }

    @Test
    void what_was_due_often_while_nobody_looked_is_ordered_once() {
        Schedule schedule = schedules.make(shop, JobType.TLS_HEADERS, rule("*/30 * * * *"), MIRA);
        clock.advance(Duration.ofDays(3));

        assertThat(due.run()).isEqualTo(1);
        assertThat(rows.published("scan.requested")).hasSize(1);
        assertThat(one(schedule).nextRunAt()).isAfter(clock.instant());
    }

    @Test
    void a_disabled_schedule_is_never_due() {
        Schedule schedule = schedules.make(shop, JobType.TLS_HEADERS, rule("*/30 * * * *"), MIRA);
        schedules.change(schedule.id(), enabled(false), MIRA);
        clock.advance(Duration.ofDays(3));
        assertThat(due.run()).isZero();
    }

    @Test
    void a_crash_before_the_commit_orders_nothing_and_the_next_look_makes_up_for_it() {
        schedules.make(shop, JobType.TLS_HEADERS, rule("*/30 * * * *"), MIRA);
        clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> database.change(handle -> {
                    due.run();
                    throw new IllegalStateException("died");
                }))
                .hasMessage("died");

        assertThat(rows.published("scan.requested")).isEmpty();
        assertThat(due.run()).isEqualTo(1);
        assertThat(rows.published("scan.requested")).hasSize(1);
    }

    @Test
    void of_several_servers_one_orders_each() throws Exception {
        for (int n = 0; n < 40; n++) {
            schedules.make(rows.website("s" + n), JobType.TLS_HEADERS, rule("*/30 * * * *"), MIRA);
        }
        clock.advance(Duration.ofMinutes(10));
        CyclicBarrier start = new CyclicBarrier(4);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> runs = IntStream.range(0, 4)
                    .mapToObj(n -> pool.submit(() -> {
                        start.await();
                        return due.run();
                    }))
                    .toList();
            int all = 0;
            for (Future<Integer> run : runs) {
                all += run.get();
            }
            assertThat(all).isEqualTo(40);
        } finally {
            pool.shutdownNow();
        }
        assertThat(rows.published("scan.requested")).hasSize(40);
    }

    private Schedule one(Schedule schedule) {
        return schedules.page(Optional.empty(), PAGE).stream()
                .filter(found -> found.id() == schedule.id())
                .findFirst()
                .orElseThrow();
    }

    private static Schedule.Rule rule(String cron) {
        return new Schedule.Rule(cron, UTC, JobPriority.NORMAL, true);
    }

    private static UnaryOperator<Schedule.Rule> enabled(boolean value) {
        return rule -> new Schedule.Rule(rule.cron(), rule.zone(), rule.priority(), value);
    }

    private static void assertProblem(ProblemType type, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}
