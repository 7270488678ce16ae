package io.secplat.workers.scan;

import java.util.List;

/**
 * The API's jobs as a worker sees them. Every call throws {@code ApiUnavailableException} when the API is away; every call
 * with a lease throws {@link LeaseLostException} when the lease is not good any more.
 */
public interface Jobs {

    /** The job whose turn it is, whichever was asked for; its lease names it. */
    Claim claim(int jobId, String workerId, String requestId) throws InterruptedException;

    /** Makes the lease last from now. */
    void heartbeat(Lease lease) throws InterruptedException;

    /** Adds lines to the job's log, at most 500. */
    void log(Lease lease, List<String> lines) throws InterruptedException;

    /** Stores findings, at most 500; how many of them the API did not take. A repeat changes nothing. */
    int findings(Lease lease, List<Finding> findings) throws InterruptedException;

    /** Ends the job well; a repeat changes nothing. */
    void done(Lease lease, ScanReport report) throws InterruptedException;

    /** Ends the job with an error for people; a repeat changes nothing. */
    void failed(Lease lease, String error) throws InterruptedException;
}
