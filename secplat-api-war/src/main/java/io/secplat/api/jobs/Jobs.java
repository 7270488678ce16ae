package io.secplat.api.jobs;

import io.secplat.api.request.Caller;
import io.secplat.contracts.model.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The scan jobs. Calls of people are audited, calls of workers are not. Every write of a worker needs the token of a lease
 * that holds; otherwise it throws {@code STALE_LEASE} and stores nothing. An unknown job is {@code JOB_UNKNOWN}.
 */
public interface Jobs {

    /** A job that was asked for, or the one that the same wish made before within the hour. */
    record Ordered(Job job, boolean deduped) {}

    /** Newest first, below that id. */
    List<Job> page(Optional<JobStatus> status, int limit, Optional<Integer> below);

    Optional<JobDetail> find(int jobId);

    /** Queues a job and asks for a worker; {@code ASSET_UNKNOWN} without its asset. */
    Ordered order(JobOrder order, Caller caller);

    /** Gives the job to that worker, if it is to be had and its turn. A job that can never run fails here. */
    Claim claim(int jobId, String workerId);

    /**
     * Gives the worker the job whose turn it is, which may be another than the one it was asked to do: the most urgent that
     * may run, then the oldest. Refused with the state of its own job when no job may run.
     */
    Claim claimAny(int jobId, String workerId);

    /** Renews the lease; when it ends now. */
    Instant heartbeat(int jobId, UUID leaseToken);

    /** Adds lines to the log, as far as they fit; the number of the next line. */
    int log(int jobId, UUID leaseToken, List<String> lines);

    /** Ends the job; the same again, by the same worker, changes nothing. */
    void complete(int jobId, Completion completion);

    /** Ends a queued or running job, and its lease at once; {@code CONFLICT} for any other. */
    void cancel(int jobId, Caller caller);

    /** Queues a job that is over once more, with an empty log; {@code CONFLICT} for any other. */
    void retry(int jobId, Caller caller);
}
