package io.secplat.api.jobs;

import io.secplat.contracts.model.JobType;
import jakarta.json.JsonObject;

/** A wish for a scan; a forced one makes a new job even when the same was asked for within the hour. */
public record JobOrder(JobType type, int targetAssetId, JsonObject params, boolean force, JobPriority priority) {

    public JobOrder(JobType type, int targetAssetId, JsonObject params, boolean force) {
        this(type, targetAssetId, params, force, JobPriority.NORMAL);
    }
}
