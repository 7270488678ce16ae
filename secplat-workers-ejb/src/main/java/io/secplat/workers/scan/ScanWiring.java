package io.secplat.workers.scan;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.guard.GuardedConnections;
import io.secplat.guard.GuardedHttp;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.StreamConsumers;
import io.secplat.workers.api.ServiceAccount;
import io.secplat.workers.api.ServiceApis;
import io.secplat.workers.scan.headers.preload.PreloadFile;
import io.secplat.workers.scan.headers.suffix.ListedSuffixes;
import io.secplat.workers.scan.headers.visit.HeaderExam;
import io.secplat.workers.scan.health.HealthHttpScanner;
import io.secplat.workers.scan.http.HttpJobs;
import io.secplat.workers.scan.tls.TlsHeadersScanner;
import io.secplat.workers.scan.web.WebExposureScanner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The scan worker: stream {@code secplat.jobs.scan} → handler → jobs of the API, with three scanners behind the guard. It
 * reads a message when it has a hand free, so that jobs wait in the stream for whichever replica is free.
 */
@ApplicationScoped
public class ScanWiring {

    @Produces
    @Singleton
    Worker scanWorker(StreamConsumers consumers, ConsumerSettings settings, ScanSettings scan, ScanHandler handler) {
        return consumers.each(
                Role.SCAN_WORKERS,
                ConsumerGroup.WORKERS,
                scan.workerId(),
                settings.withBatch(1).withConcurrency(scan.atOnce()).withFailureReason("scan_failed"),
                handler);
    }

    @Produces
    ScanSettings settings(
            @ConfigProperty(name = "SCAN_CONCURRENCY", defaultValue = "" + ScanSettings.DEFAULT_AT_ONCE) int atOnce,
            @ConfigProperty(name = "JOB_LEASE_SECONDS", defaultValue = "60") int leaseSeconds,
            @ConfigProperty(name = "MAX_SCAN_DURATION_SECONDS", defaultValue = "300") int longestSeconds) {
        return new ScanSettings(
                ConsumerName.of(Role.SCAN_WORKERS),
                atOnce,
                Duration.ofSeconds(leaseSeconds),
                Duration.ofSeconds(longestSeconds),
                ScanSettings.DEFAULT_TICK);
    }

    @Produces
    ScanHandler handler(
            ServiceApis apis,
            Visitor visitor,
            HeaderExam exam,
            ScanSettings settings,
            Clock clock,
            IdSource ids,
            Journal journal) {
        return new ScanHandler(
                new HttpJobs(apis.as(ServiceAccount.SCANNER)),
                List.of(
                        new WebExposureScanner(visitor, clock),
                        new TlsHeadersScanner(visitor, clock, exam),
                        new HealthHttpScanner(visitor)),
                settings,
                new ScanHandler.Surroundings(threads(), clock, ids, journal));
    }

    @Produces
    HeaderExam headerExam(
            Visitor visitor, Clock clock, @ConfigProperty(name = "HSTS_PRELOAD_FILE") Optional<String> preloads) {
        return new HeaderExam(visitor, clock, ListedSuffixes.bundled(), PreloadFile.read(preloads.map(Path::of)));
    }

    @Produces
    Visitor visitor(GuardedConnections connections, GuardedHttp http) {
        return new Visitor(connections, http);
    }

    /** Scans touch sockets only and need no container context; a thread lives as long as its scan and a while more. */
    private static ExecutorService threads() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "secplat-scan");
            thread.setDaemon(true);
            return thread;
        });
    }
}
