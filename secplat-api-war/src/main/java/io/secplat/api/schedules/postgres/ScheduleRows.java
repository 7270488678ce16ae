package io.secplat.api.schedules.postgres;

import io.secplat.api.jobs.JobPriority;
import io.secplat.api.schedules.Schedule;
import io.secplat.contracts.model.JobType;
import java.time.Instant;
import java.time.ZoneId;
import org.jdbi.v3.core.result.RowView;

/** How a schedule stands in a row. */
final class ScheduleRows {

    static final String SELECT =
            """
            SELECT s.*, a.asset_key FROM scan_schedules s JOIN assets a ON a.asset_id = s.asset_id
            """;

    private ScheduleRows() {}

    static Schedule schedule(RowView row) {
        return new Schedule(
                row.getColumn("id", Integer.class),
                row.getColumn("asset_id", Integer.class),
                row.getColumn("asset_key", String.class),
                JobType.of(row.getColumn("job_type", String.class)).orElseThrow(),
                new Schedule.Rule(
                        row.getColumn("cron", String.class),
                        ZoneId.of(row.getColumn("time_zone", String.class)),
                        JobPriority.ofRank(row.getColumn("priority", Integer.class)),
                        row.getColumn("enabled", Boolean.class)),
                row.getColumn("created_by", String.class),
                row.getColumn("created_at", Instant.class),
                row.getColumn("next_run_at", Instant.class),
                new Schedule.History(
                        row.getColumn("last_run_at", Instant.class),
                        row.getColumn("last_job_id", Integer.class),
                        row.getColumn("skipped", Long.class)));
    }
}
