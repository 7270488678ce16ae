package io.secplat.api.reports;

import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientTask;
import io.secplat.api.posture.AnswerCache;
import io.secplat.api.posture.Inventory;
import io.secplat.api.reports.pdf.PdfExecutivePrint;
import io.secplat.api.reports.postgres.PostgresFiringAlerts;
import io.secplat.api.reports.postgres.PostgresSnapshots;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.search.AssetStatuses;
import io.secplat.search.EventHours;
import io.secplat.search.PeriodTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reports made of status documents, counted hours and events, stored in Postgres and printed; a loop takes a snapshot now and then. */
@ApplicationScoped
public class ReportsWiring {

    @Produces
    @Singleton
    SnapshotSettings settings(
            @ConfigProperty(name = "SNAPSHOT_INTERVAL_MINUTES", defaultValue = "60") int minutes,
            @ConfigProperty(name = "SNAPSHOTS_RETENTION_KEEP", defaultValue = "500") int keep) {
        return new SnapshotSettings(Duration.ofMinutes(minutes), keep);
    }

    @Produces
    @Singleton
    Snapshots snapshots(Database database, SnapshotSettings settings, Clock clock) {
        return new PostgresSnapshots(database, settings.keep(), clock);
    }

    @Produces
    @Singleton
    Reporter reporter(AssetStatuses statuses, EventHours hours, Inventory inventory, Clock clock) {
        return new Reporter(statuses, new PeriodTally(hours), inventory, clock);
    }

    @Produces
    @Singleton
    PostureReports reports(Reporter reporter, Snapshots snapshots, Inventory inventory, Clock clock) {
        return new PostureReports(reporter, snapshots, inventory, new PdfExecutivePrint(), clock);
    }

    @Produces
    @Singleton
    Overviews overviews(
            AssetStatuses statuses,
            Inventory inventory,
            Database database,
            Snapshots snapshots,
            AnswerCache cache,
            Clock clock) {
        return new Overviews(statuses, inventory, new PostgresFiringAlerts(database, clock), snapshots, cache, clock);
    }

    @Produces
    @Singleton
    Worker schedule(Reporter reporter, Snapshots snapshots, SnapshotSettings settings, Clock clock, Journal journal) {
        return new PeriodicWorker(
                Role.API,
                "snapshot-schedule",
                SnapshotSchedule.LOOK,
                clock,
                new PatientTask(new SnapshotSchedule(reporter, snapshots, settings.interval(), clock, journal)));
    }
}
