package io.secplat.api.reports;

import java.time.Duration;

/**
 * Which snapshots there are.
 *
 * @param interval {@code SNAPSHOT_INTERVAL_MINUTES}: how often one is taken without being asked for, 0 to 1 440 min; 0 never
 * @param keep {@code SNAPSHOTS_RETENTION_KEEP}: how many are kept, 1 to 100 000
 */
public record SnapshotSettings(Duration interval, int keep) {

    public SnapshotSettings {
        if (interval.isNegative() || interval.toMinutes() > 1_440) {
            throw new IllegalArgumentException(
                    "SNAPSHOT_INTERVAL_MINUTES must be 0 to 1440, was " + interval.toMinutes());
        }
        if (keep < 1 || keep > 100_000) {
            throw new IllegalArgumentException("SNAPSHOTS_RETENTION_KEEP must be 1 to 100000, was " + keep);
        }
    }
}
