package io.secplat.api.reports;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.search.HoursUncountedException;
import io.secplat.search.SearchUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Takes a snapshot by itself when the newest is old enough, so that yesterday and the trend exist without anybody asking. Of
 * several servers the first one stores it.
 */
final class SnapshotSchedule implements PeriodicWorker.Task {

    /** How often it looks whether one is due. */
    static final Duration LOOK = Duration.ofMinutes(1);

    private final Reporter reporter;
    private final Snapshots snapshots;
    private final Duration interval;
    private final Clock clock;
    private final Journal journal;

    SnapshotSchedule(Reporter reporter, Snapshots snapshots, Duration interval, Clock clock, Journal journal) {
        this.reporter = reporter;
        this.snapshots = snapshots;
        this.interval = interval;
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public void run() {
        Instant oldEnough = clock.instant().minus(interval);
        if (interval.isZero() || !snapshots.since(oldEnough).isEmpty()) {
            return;
        }
        try {
            Report report = reporter.report(ReportPeriod.DAY);
            if (report.totalAssets() > 0) {
                snapshots.saveUnlessSince(report, oldEnough).ifPresent(this::tell);
            }
        } catch (SearchUnavailableException | HoursUncountedException e) {
            // the next turn makes up for it; others tell that the record is away, or what is left to count
        }
    }

    private void tell(Snapshot snapshot) {
        journal.info("report.snapshot", "stored", Map.of("id", snapshot.id()));
    }
}
