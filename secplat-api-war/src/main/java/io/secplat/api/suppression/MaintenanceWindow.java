package io.secplat.api.suppression;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which an asset may be down without anybody being told. */
public record MaintenanceWindow(int id, Wish wish, @Nullable String createdBy, Instant createdAt) {

    /** What somebody asked for; both ends belong to it. */
    public record Wish(String assetKey, Instant startAt, Instant endAt, @Nullable String reason) {

        /** What the audit keeps of it. */
        public JsonWriter details() {
            return new JsonWriter()
                    .put("asset_key", assetKey)
                    .put("start_at", startAt)
                    .put("end_at", endAt)
                    .put("reason", reason);
        }
    }

    JsonObject json() {
        return wish.details()
                .put("id", id)
                .put("created_by", createdBy)
                .put("created_at", createdAt)
                .build();
    }
}
