package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Finding;
import io.secplat.api.jobs.postgres.ScanResults;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Closes what a scan checked for and did not see any more. */
public final class ScanClosing implements ScanResults {

    private static final String WHERE =
            """
            WHERE f.asset_id = :asset AND f.finding_key = ANY (:keys) AND f.status <> 'remediated'
              AND f.last_job_id IS DISTINCT FROM :job
            ORDER BY f.finding_key FOR UPDATE OF f
            """;

    @Override
    public void close(Handle handle, int jobId, int assetId, List<String> checkedKeys, Instant now) {
        List<Finding> gone = handle.createQuery(FindingRows.SELECT + WHERE)
                .bind("asset", assetId)
                .bindArray("keys", String.class, checkedKeys.toArray())
                .bind("job", jobId)
                .map(FindingRows::finding)
                .list();
        FindingTable.move(
                handle,
                gone.stream().map(finding -> finding.closedBy(jobId, now)).toList(),
                now);
    }
}
