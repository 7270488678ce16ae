package io.secplat.api.jobs.postgres;

import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.contracts.event.ScanRequested;
import io.secplat.contracts.model.JobStatus;
import io.secplat.runtime.IdSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Asks for workers and tells websites, within the transaction that changes jobs. */
final class JobQueue {

    private final OutboxTable outbox;
    private final IdSource ids;

    /** A job that waits for a worker from now on, and the call that asked for it, where it is known. */
    record Waiting(ScanRequested request, @Nullable String assetKey, @Nullable String requestId) {

        JobNews news() {
            return new JobNews(request.jobId(), request.jobType(), assetKey);
        }
    }

    JobQueue(OutboxTable outbox, IdSource ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    void ask(Handle handle, Collection<Waiting> jobs, Instant now) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (Waiting job : jobs) {
            entries.add(request(job));
            entries.add(job.news().now(JobStatus.QUEUED, now, ids));
        }
        outbox.append(handle, entries);
    }

    /** Asks once more for jobs that wait already, which is no news. */
    void announce(Handle handle, Collection<Waiting> jobs) {
        outbox.append(handle, jobs.stream().map(this::request).toList());
    }

    private OutboxEntry request(Waiting job) {
        String requestId = job.requestId == null ? ids.next().toString() : job.requestId;
        return OutboxEntry.of(job.request, ids.next(), requestId);
    }

    /** A job that is in that state from now on. */
    void tell(Handle handle, JobNews job, JobStatus status, Instant now) {
        outbox.append(handle, List.of(job.now(status, now, ids)));
    }
}
