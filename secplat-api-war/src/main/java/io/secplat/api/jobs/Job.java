package io.secplat.api.jobs;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scan job as lists show it; the lease token is no part of it.
 *
 * @param requestId of the call that asked for it, which lists do not show; null for jobs of older servers
 */
public record Job(
        int id,
        JobType type,
        @Nullable Integer targetAssetId,
        @Nullable String requestedBy,
        JobStatus status,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        int retryCount,
        JsonObject params,
        @Nullable String assetKey,
        @Nullable String assetName,
        @Nullable String idempotencyKey,
        JobPriority priority,
        @Nullable String requestId) {

    /** The members of a list item. */
    public JsonWriter json() {
        return new JsonWriter()
                .put("job_id", id)
                .put("job_type", type.wire())
                .put("target_asset_id", targetAssetId)
                .put("requested_by", requestedBy)
                .put("status", status.wire())
                .put("created_at", createdAt)
                .put("started_at", startedAt)
                .put("finished_at", finishedAt)
                .put("error", error)
                .put("retry_count", retryCount)
                .put("job_params_json", params)
                .put("asset_key", assetKey)
                .put("asset_name", assetName)
                .put("idempotency_key", idempotencyKey)
                .put("priority", priority.wire());
    }
}
