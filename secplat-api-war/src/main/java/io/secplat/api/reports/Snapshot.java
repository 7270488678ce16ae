package io.secplat.api.reports;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Instant;

/** A report as it was stored. */
public record Snapshot(int id, Instant createdAt, Report report) {

    public JsonObject json() {
        return report.members(new JsonWriter().put("id", id).put("created_at", createdAt))
                .build();
    }

    /** The little that a chart needs. */
    JsonObject point() {
        return new JsonWriter()
                .put("created_at", createdAt)
                .put("posture_score_avg", report.scoreAverage())
                .put("green", report.green())
                .put("amber", report.amber())
                .put("red", report.red())
                .build();
    }
}
