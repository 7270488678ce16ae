package io.secplat.api.schedules;

import io.secplat.api.jobs.JobPriority;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobType;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A scan of one asset that is due again and again; an asset has at most one of each type.
 *
 * @param nextRunAt when it is due; null while it is disabled or means no time any more
 * @param history what became of it so far
 */
public record Schedule(
        int id,
        int assetId,
        String assetKey,
        JobType type,
        Rule rule,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant nextRunAt,
        History history) {

    /** What somebody wants. */
    public record Rule(String cron, ZoneId zone, JobPriority priority, boolean enabled) {}

    /**
     * What became of it.
     *
     * @param lastRunAt when it was due last; null before
     * @param lastJobId the job that came of it; null before, or when that was skipped first
     * @param skipped how often it was due in vain: the job before was not over yet, or its asset not active
     */
    public record History(@Nullable Instant lastRunAt, @Nullable Integer lastJobId, long skipped) {}

    /** The members of the contract. */
    public JsonObject json() {
        return new JsonWriter()
                .put("id", id)
                .put("asset_id", assetId)
                .put("asset_key", assetKey)
                .put("job_type", type.wire())
                .put("cron", rule.cron)
                .put("time_zone", rule.zone.getId())
                .put("priority", rule.priority.wire())
                .put("enabled", rule.enabled)
                .put("created_by", createdBy)
                .put("created_at", createdAt)
                .put("next_run_at", nextRunAt)
                .put("last_run_at", history.lastRunAt)
                .put("last_job_id", history.lastJobId)
                .put("skipped", history.skipped)
                .build();
    }
}
