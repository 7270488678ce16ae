package io.secplat.api.schedules.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Caller;
import io.secplat.api.request.IdPage;
import io.secplat.api.schedules.Schedule;
import io.secplat.api.schedules.Schedules;
import io.secplat.api.schedules.Timetable;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Each change is one transaction with its audit row. */
public final class PostgresSchedules implements Schedules {

    private final Database database;
    private final Timetable timetable;
    private final Clock clock;

    public PostgresSchedules(Database database, Timetable timetable, Clock clock) {
        this.database = database;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public List<Schedule> page(Optional<String> assetKey, IdPage page) {
        return database.read(handle -> handle.createQuery(ScheduleRows.SELECT
                        + " WHERE s.id < :below"
                        + (assetKey.isPresent() ? " AND a.asset_key = :asset" : "")
                        + " ORDER BY s.id DESC LIMIT :max")
                .bind("below", page.below().orElse(Integer.MAX_VALUE))
                .bind("asset", assetKey.orElse(null))
                .bind("max", page.wanted())
                .map(ScheduleRows::schedule)
                .list());
    }

    @Override
    public Schedule make(int assetId, JobType type, Schedule.Rule rule, Caller caller) {
        return database.inTransaction(handle -> {
            requireAsset(handle, assetId);
            int id = handle.createQuery(
                            """
                            INSERT INTO scan_schedules (asset_id, job_type, cron, time_zone, priority, enabled, next_run_at,
                                                        created_by, created_at)
                            VALUES (:asset, :type, :cron, :zone, :priority, :enabled, :next, :by, :now)
                            ON CONFLICT (asset_id, job_type) DO NOTHING
                            RETURNING id
                            """)
                    .bind("asset", assetId)
                    .bind("type", type.wire())
                    .bind("cron", rule.cron())
                    .bind("zone", rule.zone().getId())
                    .bind("priority", rule.priority().rank())
                    .bind("enabled", rule.enabled())
                    .bind("next", next(rule))
                    .bind("by", caller.userName())
                    .bind("now", clock.instant())
                    .mapTo(Integer.class)
                    .findOne()
                    .orElseThrow(() -> ProblemType.CONFLICT.because("The asset has a schedule of this type"));
            return told(handle, "schedule.create", id, caller);
        });
    }

    private static void requireAsset(Handle handle, int assetId) {
        Integer unused = handle.createQuery("SELECT asset_id FROM assets WHERE asset_id = :id")
                .bind("id", assetId)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(ProblemType.ASSET_UNKNOWN::because);
    }

    private @Nullable Instant next(Schedule.Rule rule) {
        return rule.enabled()
                ? timetable.next(rule.cron(), rule.zone(), clock.instant()).orElse(null)
                : null;
    }

    @Override
    public Schedule change(int id, UnaryOperator<Schedule.Rule> change, Caller caller) {
        return database.inTransaction(handle -> {
            Schedule.Rule rule = change.apply(locked(handle, id).rule());
            handle.createUpdate(
                            """
                            UPDATE scan_schedules SET cron = :cron, time_zone = :zone, priority = :priority,
                                   enabled = :enabled, next_run_at = :next WHERE id = :id
                            """)
                    .bind("id", id)
                    .bind("cron", rule.cron())
                    .bind("zone", rule.zone().getId())
                    .bind("priority", rule.priority().rank())
                    .bind("enabled", rule.enabled())
                    .bind("next", next(rule))
                    .execute();
            return told(handle, "schedule.update", id, caller);
        });
    }

    @Override
    public void delete(int id, Caller caller) {
        database.change(handle -> {
            Schedule unused = told(handle, "schedule.delete", id, caller);
            handle.createUpdate("DELETE FROM scan_schedules WHERE id = :id")
                    .bind("id", id)
                    .execute();
        });
    }

    private static Schedule locked(Handle handle, int id) {
        return handle.createQuery(ScheduleRows.SELECT + " WHERE s.id = :id FOR UPDATE OF s")
                .bind("id", id)
                .map(ScheduleRows::schedule)
                .findOne()
                .orElseThrow(ProblemType.SCHEDULE_UNKNOWN::because);
    }

    private static Schedule told(Handle handle, String action, int id, Caller caller) {
        Schedule schedule = locked(handle, id);
        JsonWriter details = new JsonWriter()
                .put("id", id)
                .put("job_type", schedule.type().wire())
                .put("cron", schedule.rule().cron())
                .put("time_zone", schedule.rule().zone().getId())
                .put("priority", schedule.rule().priority().wire())
                .put("enabled", schedule.rule().enabled());
        AuditTable.append(handle, AuditEntry.of(caller, action, schedule.assetKey(), details.build()));
        return schedule;
    }
}
