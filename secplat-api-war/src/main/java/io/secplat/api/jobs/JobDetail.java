package io.secplat.api.jobs;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** One job with its log, what its asset is like, and the summary of the worker that ended it. */
public record JobDetail(
        Job job,
        @Nullable String logOutput,
        @Nullable String assetType,
        @Nullable String assetEnvironment,
        @Nullable String assetCriticality,
        @Nullable Boolean assetVerified,
        @Nullable JsonObject summary) {

    /** The list item's members and these. */
    public JsonObject json() {
        JsonWriter json = job.json()
                .put("log_output", logOutput)
                .put("asset_type", assetType)
                .put("asset_environment", assetEnvironment)
                .put("asset_criticality", assetCriticality);
        return json.put("asset_verified", verified())
                .put("summary", summary == null ? JsonValue.NULL : summary)
                .build();
    }

    private JsonValue verified() {
        return assetVerified == null ? JsonValue.NULL : assetVerified ? JsonValue.TRUE : JsonValue.FALSE;
    }
}
