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

    /** A job that waits for a worker from now on. */
    record Waiting(ScanRequested request, @Nullable String assetKey) {

        JobNews news() {
            return new JobNews(request.jobId(), request.jobType(), assetKey);
        }
    }

    JobQueue(OutboxTable outbox, IdSource ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    void ask(Handle handle, Collection<Waiting> jobs, Instant now, String requestId) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (Waiting job : jobs) {
            entries.add(OutboxEntry.of(job.request, ids.next(), requestId));
            entries.add(job.news().now(JobStatus.QUEUED, now, ids));
        }
        outbox.append(handle, entries);
    }

    /** As {@link #ask}, for requests that no call caused. */
    void ask(Handle handle, Collection<Waiting> jobs, Instant now) {
        ask(handle, jobs, now, ids.next().toString());
    }

    /** Asks once more for jobs that wait already, which is no news. */
    void announce(Handle handle, Collection<ScanRequested> requests) {
        String requestId = ids.next().toString();
        outbox.append(
                handle,
                requests.stream()
                        .map(request -> OutboxEntry.of(request, ids.next(), requestId))
                        .toList());
    }

    /** A job that is in that state from now on. */
    void tell(Handle handle, JobNews job, JobStatus status, Instant now) {
        outbox.append(handle, List.of(job.now(status, now, ids)));
    }
}
