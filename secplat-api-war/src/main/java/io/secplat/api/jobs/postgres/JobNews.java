package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.Job;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobStatus;
import io.secplat.runtime.CurrentRequest;
import io.secplat.runtime.IdSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of a job's state as websites hear of it, for the outbox of the transaction that changes it. */
record JobNews(int jobId, String jobType, @Nullable String assetKey) {

    static JobNews of(Job job) {
        return new JobNews(job.id(), job.type().wire(), job.assetKey());
    }

    OutboxEntry now(JobStatus status, Instant at, IdSource ids) {
        JsonWriter data = new JsonWriter()
                .put("job_id", jobId)
                .put("job_type", jobType)
                .put("status", status.wire())
                .put("asset_key", assetKey)
                .put("at", at);
        String requestId = CurrentRequest.id().orElseGet(() -> ids.next().toString());
        return OutboxEntry.live("job.state", data.build(), ids.next(), requestId);
    }
}
