package io.secplat.api.jobs;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.model.JobStatus;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a worker says that a job is over.
 *
 * @param status done or failed
 * @param summary what the scan measured; may list {@code checked_finding_keys}
 */
public record Completion(UUID leaseToken, JobStatus status, @Nullable String error, @Nullable JsonObject summary) {

    public Completion {
        if (status != JobStatus.DONE && status != JobStatus.FAILED) {
            throw new IllegalArgumentException("status must be done or failed");
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Completion[" + status.wire() + "]";
    }

    /** The keys of all checks that really ran; only a job that is done closes findings, so a failed one lists none. */
    public List<String> checkedFindingKeys() {
        return status == JobStatus.DONE && summary != null
                ? new JsonReader(summary).texts("checked_finding_keys")
                : List.of();
    }
}
