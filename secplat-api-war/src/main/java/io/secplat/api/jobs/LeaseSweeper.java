package io.secplat.api.jobs;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import java.time.Duration;
import java.util.Map;

/** Looks for expired leases once a second, so that a job waits for its next worker no longer than that. */
final class LeaseSweeper {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    private LeaseSweeper() {}

    static PeriodicWorker.Task task(ExpiredLeases leases, Journal journal) {
        return () -> {
            int jobs = leases.recover();
            if (jobs > 0) {
                journal.warn("job.lease", "expired", Map.of("jobs", jobs));
            }
        };
    }
}
