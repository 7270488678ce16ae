package io.secplat.api.jobs;

import io.secplat.api.jobs.postgres.PostgresExpiredLeases;
import io.secplat.api.jobs.postgres.PostgresJobProgress;
import io.secplat.api.jobs.postgres.PostgresJobStatistics;
import io.secplat.api.jobs.postgres.PostgresJobs;
import io.secplat.api.jobs.postgres.QueuedJobs;
import io.secplat.api.jobs.postgres.ScanResults;
import io.secplat.api.live.LiveWriters;
import io.secplat.api.outbox.Unsettled;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientTask;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.Courier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Jobs in Postgres, announced through the outbox; a sweeper gives the jobs of silent workers to others. */
@ApplicationScoped
public class JobsWiring {

    @Produces
    @Singleton
    LeaseRules rules(
            @ConfigProperty(name = "JOB_LEASE_SECONDS", defaultValue = "60") int leaseSeconds,
            @ConfigProperty(name = "JOB_MAX_ATTEMPTS", defaultValue = "5") int maxAttempts,
            @ConfigProperty(name = "JOBS_PER_HOST", defaultValue = "2") int perHost) {
        return new LeaseRules(Duration.ofSeconds(leaseSeconds), maxAttempts, perHost);
    }

    @Produces
    @Singleton
    Jobs jobs(Database database, OutboxTable outbox, ScanResults results, LeaseRules rules, IdSource ids, Clock clock) {
        return new PostgresJobs(database, outbox, results, rules, ids, clock);
    }

    @Produces
    @Singleton
    JobStatistics statistics(Database database, Clock clock) {
        return new PostgresJobStatistics(database, clock);
    }

    @Produces
    @Singleton
    Worker leaseSweeper(
            Database database, OutboxTable outbox, LeaseRules rules, IdSource ids, Clock clock, Journal journal) {
        ExpiredLeases leases = new PostgresExpiredLeases(database, outbox, rules, ids, clock);
        return new PeriodicWorker(
                Role.API,
                "lease-sweeper",
                LeaseSweeper.INTERVAL,
                clock,
                new PatientTask(LeaseSweeper.task(leases, journal)));
    }

    @Produces
    @Singleton
    Worker strandedJobs(
            Database database, OutboxTable outbox, IdSource ids, Courier courier, Clock clock, Journal journal) {
        StrandedJobs task = new StrandedJobs(new QueuedJobs(database, outbox, ids), courier::inspector, clock, journal);
        return new PeriodicWorker(Role.API, "stranded-jobs", StrandedJobs.INTERVAL, clock, new PatientTask(task));
    }

    /** Is a worker itself, and started as one. */
    @Produces
    @Singleton
    JobFollowers followers(
            Database database,
            @ConfigProperty(name = "LIVE_MAX_READERS", defaultValue = "500") int most,
            LiveWriters writers,
            Clock clock) {
        return new JobFollowers(new PostgresJobProgress(database), most, writers, clock);
    }

    @Produces
    @Singleton
    Unsettled queuedJobs(Database database, OutboxTable outbox, IdSource ids) {
        return new QueuedJobs(database, outbox, ids);
    }
}
