package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A queued scan job waits for a worker. */
public record ScanRequested(int jobId, String jobType, @Nullable Integer targetAssetId, String requestedBy)
        implements SecPlatEvent {

    @Override
    public StreamName stream() {
        return StreamName.SCAN;
    }

    @Override
    public String eventType() {
        return EventTypes.SCAN_REQUESTED;
    }

    @Override
    public JsonObject payload() {
        return new JsonWriter()
                .put("job_id", jobId)
                .put("job_type", jobType)
                .put("target_asset_id", targetAssetId)
                .put("requested_by", requestedBy)
                .build();
    }
}
