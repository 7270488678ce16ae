package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Finding;
import io.secplat.api.findings.Findings.Scored;
import io.secplat.api.findings.ScanRun;
import io.secplat.api.jobs.postgres.ScanResults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Closes what a scan checked for and did not see any more. */
public final class ScanClosing implements ScanResults {

    private static final String CHECKED =
            "f.asset_id = :asset AND f.finding_key = ANY (CAST(:keys AS text[])) AND f.status <> 'remediated'";

    private final FindingTable table;

    public ScanClosing(FindingTable table) {
        this.table = table;
    }

    @Override
    public void close(Handle handle, int jobId, int assetId, List<String> checkedKeys, Instant now) {
        ScanRun run = new ScanRun(jobId, assetId, startOf(handle, jobId), Set.copyOf(checkedKeys));
        List<Finding> gone = HeldFindings.where(handle, CHECKED, "", values(assetId, checkedKeys)).stream()
                .map(Scored::finding)
                .filter(run::closes)
                .map(finding -> finding.closedBy(jobId, now))
                .toList();
        table.move(handle, gone, now);
    }

    private static Map<String, Object> values(int assetId, List<String> checkedKeys) {
        return Map.of("asset", assetId, "keys", checkedKeys.toArray(String[]::new));
    }

    private static Instant startOf(Handle handle, int jobId) {
        return handle.createQuery("SELECT coalesce(started_at, created_at) FROM scan_jobs WHERE job_id = :id")
                .bind("id", jobId)
                .mapTo(Instant.class)
                .one();
    }
}
