package io.secplat.api.schedules.postgres;

import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.postgres.Database;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.api.schedules.DueSchedules;
import io.secplat.api.schedules.Schedule;
import io.secplat.api.schedules.Timetable;
import io.secplat.runtime.IdSource;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A job and the note that it was ordered are one transaction, so a crash repeats neither. Several servers share the work,
 * since each skips the rows of the others.
 */
public final class PostgresDueSchedules implements DueSchedules {

    /** Who orders, as jobs and the audit tell it. */
    static final String SCHEDULER = "scheduler";

    private static final int BATCH = 100;

    private final Database database;
    private final Jobs jobs;
    private final Timetable timetable;
    private final IdSource ids;
    private final Clock clock;

    public PostgresDueSchedules(Database database, Jobs jobs, Timetable timetable, IdSource ids, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.timetable = timetable;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public int run() {
        int all = 0;
        int some;
        do {
            some = database.inTransaction(this::batch);
            all += some;
        } while (some == BATCH);
        return all;
    }

    private int batch(Handle handle) {
        List<Due> due = due(handle);
        due.forEach(one -> note(handle, one.schedule, one.free ? Optional.of(order(one.schedule)) : Optional.empty()));
        return due.size();
    }

    /** @param free whether its asset is active and the job before is over */
    private record Due(Schedule schedule, boolean free) {}

    private List<Due> due(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT s.*, a.asset_key, a.is_active AND NOT EXISTS (
                            SELECT FROM scan_jobs j WHERE j.job_id = s.last_job_id AND j.status IN ('queued', 'running')
                        ) AS free
                        FROM scan_schedules s JOIN assets a ON a.asset_id = s.asset_id
                        WHERE s.enabled AND s.next_run_at <= :now
                        ORDER BY s.next_run_at LIMIT :max FOR UPDATE OF s SKIP LOCKED
                        """)
                .bind("now", clock.instant())
                .bind("max", BATCH)
                .map(row -> new Due(ScheduleRows.schedule(row), row.getColumn("free", Boolean.class)))
                .list();
    }

    /** Part of the transaction around it. */
    private int order(Schedule schedule) {
        Caller caller = new Caller(SCHEDULER, AccessRole.ANALYST, ids.next().toString());
        JobOrder order = new JobOrder(
                schedule.type(),
                schedule.assetId(),
                JsonValue.EMPTY_JSON_OBJECT,
                true,
                schedule.rule().priority());
        return jobs.order(order, caller).job().id();
    }

    private void note(Handle handle, Schedule schedule, Optional<Integer> job) {
        Instant now = clock.instant();
        Schedule.Rule rule = schedule.rule();
        @Nullable Instant next = timetable.next(rule.cron(), rule.zone(), now).orElse(null);
        handle.createUpdate(
                        """
                        UPDATE scan_schedules SET last_run_at = :now, last_job_id = coalesce(:job, last_job_id),
                               skipped = skipped + :skipped, next_run_at = :next WHERE id = :id
                        """)
                .bind("id", schedule.id())
                .bind("job", job.orElse(null))
                .bind("skipped", job.isPresent() ? 0 : 1)
                .bind("next", next)
                .bind("now", now)
                .execute();
    }
}
