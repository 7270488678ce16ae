package io.secplat.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long a worker may be silent, how often a job may lose its worker, and how many jobs examine one host at once.
 *
 * @param lease 1 s to 1 h; each heartbeat renews it
 * @param maxAttempts after so many expired leases the job fails; 1 to 100
 * @param perHost jobs that run against one host at the same time; 1 to 100
 */
public record LeaseRules(Duration lease, int maxAttempts, int perHost) {

    static final int DEFAULT_PER_HOST = 2;

    public LeaseRules(Duration lease, int maxAttempts) {
        this(lease, maxAttempts, DEFAULT_PER_HOST);
    }

    public LeaseRules {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0 || lease.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("JOB_LEASE_SECONDS must be 1 to 3600, was " + lease.toSeconds());
        }
        if (maxAttempts < 1 || maxAttempts > 100) {
            throw new IllegalArgumentException("JOB_MAX_ATTEMPTS must be 1 to 100, was " + maxAttempts);
        }
        if (perHost < 1 || perHost > 100) {
            throw new IllegalArgumentException("JOBS_PER_HOST must be 1 to 100, was " + perHost);
        }
    }

    /** When a lease given or renewed now ends, in whole microseconds. */
    public Instant endOf(Instant now) {
        return now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether a job that lost its worker so often, this time included, gets another one. */
    public boolean another(int expiries) {
        return expiries < maxAttempts;
    }
}
