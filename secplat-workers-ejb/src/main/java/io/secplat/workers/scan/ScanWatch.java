package io.secplat.workers.scan;

import io.secplat.runtime.Journal;
import io.secplat.workers.api.ApiUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs scans on threads of their own, tends them while they run, and gives up those that take too long. */
final class ScanWatch {

    private final ExecutorService threads;
    private final ScanSettings settings;
    private final Clock clock;
    private final Journal journal;

    ScanWatch(ExecutorService threads, ScanSettings settings, Clock clock, Journal journal) {
        this.threads = threads;
        this.settings = settings;
        this.clock = clock;
        this.journal = journal;
    }

    /** The end of the scan; {@link LeaseLostException} stops it. */
    ScanEnd watch(Scanner scanner, ScanTarget target, ScanLog log, JobReporter reporter) throws InterruptedException {
        Instant deadline = clock.instant().plus(settings.longestScan());
        Future<ScanReport> running = threads.submit(() -> scanner.scan(target, log));
        try {
            while (clock.instant().isBefore(deadline)) {
                try {
                    Duration patience = shorter(settings.tick(), Duration.between(clock.instant(), deadline));
                    return new ScanEnd.Finished(running.get(patience.toMillis(), TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    reporter.tend();
                }
            }
            return new ScanEnd.Broken(
                    "Scan took longer than " + settings.longestScan().toSeconds() + " seconds");
        } catch (ExecutionException e) {
            return broken(e.getCause() == null ? e : e.getCause());
        } finally {
            running.cancel(true);
        }
    }

    private ScanEnd broken(Throwable cause) {
        if (cause instanceof ApiUnavailableException away) {
            throw away;
        }
        if (cause instanceof ScanFailedException failed) {
            return new ScanEnd.Broken(String.valueOf(failed.getMessage()));
        }
        journal.error("scan.run", "failed", cause);
        return new ScanEnd.Broken("Scan failed unexpectedly");
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
