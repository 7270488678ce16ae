package io.secplat.api.findings;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A scan that is done: what it looked for on its asset.
 *
 * @param startedAt when this run began; a job that was queued again runs anew
 * @param checkedKeys the keys of all checks that really ran
 */
public record ScanRun(int jobId, int assetId, Instant startedAt, Set<String> checkedKeys) {

    /** Servers' clocks differ: a sighting that looks a little older than the run is still one of this run. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    public ScanRun {
        checkedKeys = Set.copyOf(checkedKeys);
    }

    /** Whether it looked for this finding and did not see it, so that the finding is over. */
    public boolean closes(Finding finding) {
        return finding.asset().assetId() == assetId
                && finding.status() != FindingStatus.REMEDIATED
                && finding.key() != null
                && checkedKeys.contains(finding.key())
                && !saw(finding.sightings());
    }

    private boolean saw(Sightings sightings) {
        return sightings.jobs().contains(jobId) && !sightings.lastSeen().isBefore(startedAt.minus(CLOCKS));
    }
}
