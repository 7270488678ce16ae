package io.secplat.workers.scan;

/**
 * A job that this worker has claimed.
 *
 * @param type as the API names it; it may be one that this worker does not know
 */
public record ScanJob(Lease lease, String type, ScanTarget target) {}
