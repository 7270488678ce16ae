package io.secplat.api.jobs;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobStatus;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** What became of a worker's wish to run a job. */
public sealed interface Claim {

    /** The job is this worker's until the lease ends; every later call carries the token. */
    record Granted(UUID leaseToken, Instant leaseExpiresAt, Job job, ScanTarget target) implements Claim {

        /** Without the token. */
        @Override
        public String toString() {
            return "Granted[job " + job.id() + "]";
        }

        /** What the worker is told. */
        public JsonObject json() {
            return new JsonWriter()
                    .put("lease_token", leaseToken.toString())
                    .put("lease_expires_at", leaseExpiresAt)
                    .put("job", job.json().build())
                    .put("target", target.json())
                    .put("request_id", job.requestId())
                    .build();
        }
    }

    /** The job is somebody else's, or over; or it has just failed, because it can never run. */
    record Refused(JobStatus status, String why) implements Claim {}

    /** There is no such job. */
    record Unknown() implements Claim {}
}
