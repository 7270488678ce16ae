package io.secplat.api.jobs;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Looks for expired leases once a second, so that a job waits for its next worker no longer than that. */
final class LeaseSweeper {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private LeaseSweeper() {}

    static Worker worker(ExpiredLeases leases, Clock clock, Journal journal) {
        return new PeriodicWorker(Role.API, "lease-sweeper", INTERVAL, clock, () -> {
            int jobs = leases.recover();
            if (jobs > 0) {
                journal.warn("job.lease", "expired", Map.of("jobs", jobs));
            }
        });
    }
}
