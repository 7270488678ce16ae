package io.secplat.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long a worker may be silent, and how often a job may lose its worker.
 *
 * @param lease 1 s to 1 h; each heartbeat renews it
 * @param maxAttempts after so many expired leases the job fails; 1 to 100
 */
public record LeaseRules(Duration lease, int maxAttempts) {

    public LeaseRules {
        if (lease.compareTo(Duration.ofSeconds(1)) < 0 || lease.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("JOB_LEASE_SECONDS must be 1 to 3600, was " + lease.toSeconds());
        }
        if (maxAttempts < 1 || maxAttempts > 100) {
            throw new IllegalArgumentException("JOB_MAX_ATTEMPTS must be 1 to 100, was " + maxAttempts);
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
