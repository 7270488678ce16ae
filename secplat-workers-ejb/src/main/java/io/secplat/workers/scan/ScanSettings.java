package io.secplat.workers.scan;

import java.time.Duration;

/**
 * How a worker works on jobs.
 *
 * @param workerId its name in the API
 * @param lease how long a lease lasts (JOB_LEASE_SECONDS, 60); heartbeats come at a third of it
 * @param longestScan a scan that takes longer is given up (MAX_SCAN_DURATION_SECONDS, 300)
 * @param tick how often log lines are sent while a scan runs
 */
public record ScanSettings(String workerId, Duration lease, Duration longestScan, Duration tick) {

    public static final Duration DEFAULT_TICK = Duration.ofSeconds(1);

    public ScanSettings {
        if (lease.toMillis() < 3 || longestScan.isNegative() || longestScan.isZero()) {
            throw new IllegalArgumentException("JOB_LEASE_SECONDS and MAX_SCAN_DURATION_SECONDS must be positive");
        }
    }

    Duration heartbeatInterval() {
        return lease.dividedBy(3);
    }
}
