package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.Job;
import io.secplat.api.jobs.ScanTarget;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** A job that a worker may get, with its asset as it is now; no target without an asset. */
record ClaimedRow(Job job, Optional<ScanTarget> target) {

    static ClaimedRow of(RowView row) {
        String assetKey = row.getColumn("asset_key", String.class);
        Optional<ScanTarget> target = Optional.ofNullable(assetKey)
                .map(key -> new ScanTarget(
                        row.getColumn("target_asset_id", Integer.class),
                        key,
                        row.getColumn("target_type", String.class),
                        row.getColumn("asset_name", String.class),
                        row.getColumn("verified", Boolean.class),
                        row.getColumn("probe", JsonObject.class)));
        return new ClaimedRow(JobRows.job(row), target);
    }

    /** Why it can never run; empty when it can. */
    Optional<String> obstacle() {
        return target.map(ScanTarget::obstacle).orElse(Optional.of("Asset not found"));
    }

    /** The host as jobs are counted by it. */
    static String hostOf(ScanTarget target) {
        return target.host().toLowerCase(Locale.ROOT);
    }
}
