package io.secplat.api.schedules;

import io.secplat.api.jobs.Jobs;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientTask;
import io.secplat.api.schedules.cron.CronTimetable;
import io.secplat.api.schedules.postgres.PostgresDueSchedules;
import io.secplat.api.schedules.postgres.PostgresSchedules;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Schedules in Postgres; every server looks for due ones once a second, and each is ordered by one of them. */
@ApplicationScoped
public class SchedulesWiring {

    private static final Duration LOOK = Duration.ofSeconds(1);

    @Produces
    @Singleton
    Timetable timetable() {
        return new CronTimetable();
    }

    @Produces
    @Singleton
    Schedules schedules(Database database, Timetable timetable, Clock clock) {
        return new PostgresSchedules(database, timetable, clock);
    }

    @Produces
    @Singleton
    Worker scheduler(Database database, Jobs jobs, Timetable timetable, IdSource ids, Clock clock, Journal journal) {
        DueSchedules due = new PostgresDueSchedules(database, jobs, timetable, ids, clock);
        return new PeriodicWorker(Role.API, "scan-scheduler", LOOK, clock, new PatientTask(() -> {
            int schedules = due.run();
            if (schedules > 0) {
                journal.info("schedule.run", "done", Map.of("schedules", schedules));
            }
        }));
    }
}
