package io.secplat.workers.scan;

import io.secplat.stream.ConsumerSettings;
import java.time.Duration;

/**
 * How a worker works on jobs.
 *
 * @param workerId its name in the API
 * @param atOnce scans that run at the same time, 1 to {@value #MOST_AT_ONCE} (SCAN_CONCURRENCY, {@value #DEFAULT_AT_ONCE})
 * @param lease how long a lease lasts (JOB_LEASE_SECONDS, 60); heartbeats come at a third of it
 * @param longestScan a scan that takes longer is given up (MAX_SCAN_DURATION_SECONDS, 300)
 * @param tick how often log lines are sent while a scan runs
 */
public record ScanSettings(String workerId, int atOnce, Duration lease, Duration longestScan, Duration tick) {

    /** Scans wait for their targets most of the time; so many fit into a heap of 256 MB with the largest pages. */
    public static final int DEFAULT_AT_ONCE = 8;

    static final int MOST_AT_ONCE = ConsumerSettings.MOST_CONCURRENT;

    public static final Duration DEFAULT_TICK = Duration.ofSeconds(1);

    public ScanSettings {
        if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
            throw new IllegalArgumentException("SCAN_CONCURRENCY must be 1 to " + MOST_AT_ONCE + ", was " + atOnce);
        }
        if (lease.toMillis() < 3 || longestScan.isNegative() || longestScan.isZero()) {
            throw new IllegalArgumentException("JOB_LEASE_SECONDS and MAX_SCAN_DURATION_SECONDS must be positive");
        }
    }

    Duration heartbeatInterval() {
        return lease.dividedBy(3);
    }
}
