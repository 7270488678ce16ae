package io.secplat.api.reports;

import io.secplat.api.posture.Inventory;
import io.secplat.api.posture.InventoryEntry;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.reports.ExecutiveSummary.Worst;
import io.secplat.api.request.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of now and of then. */
public final class PostureReports {

    /** What counts as yesterday: a snapshot of each day, even when one is late. */
    static final Duration YESTERDAY = Duration.ofHours(23);

    private static final Duration CHART = Duration.ofDays(7);

    private final Reporter reporter;
    private final Snapshots snapshots;
    private final Inventory inventory;
    private final ExecutivePrint print;
    private final Clock clock;

    public PostureReports(
            Reporter reporter, Snapshots snapshots, Inventory inventory, ExecutivePrint print, Clock clock) {
        this.reporter = reporter;
        this.snapshots = snapshots;
        this.inventory = inventory;
        this.print = print;
        this.clock = clock;
    }

    public Report summary(ReportPeriod period) {
        return reporter.report(period);
    }

    /** Stores the report of now. */
    public Snapshot snapshot(ReportPeriod period, Caller caller) {
        return snapshots.save(reporter.report(period), caller);
    }

    /** A stored report; {@code SNAPSHOT_UNKNOWN} when there is none of that id. */
    public Snapshot stored(int id) {
        return snapshots.find(id).orElseThrow(ProblemType.SNAPSHOT_UNKNOWN::because);
    }

    /** From one snapshot to another, or to now. */
    public WhatChanged whatChanged(int fromId, Optional<Integer> toId) {
        Snapshot from = stored(fromId);
        return toId.map(id -> WhatChanged.between(from, stored(id)))
                .orElseGet(() ->
                        WhatChanged.until(from, reporter.report(from.report().period()), clock.instant()));
    }

    /** The executive report of a snapshot, or of now, as a PDF document. */
    public byte[] executive(Optional<Integer> snapshotId, ReportPeriod period) {
        Optional<Snapshot> stored = snapshotId.map(this::stored);
        Instant at = stored.map(Snapshot::createdAt).orElseGet(clock::instant);
        Report report = stored.map(Snapshot::report).orElseGet(() -> reporter.report(period));
        Optional<WhatChanged> changes = snapshots
                .newestBefore(at.minus(YESTERDAY))
                .map(before -> stored.map(later -> WhatChanged.between(before, later))
                        .orElseGet(() -> WhatChanged.until(before, report, at)));
        List<Snapshot> chart = snapshots.since(at.minus(CHART)).stream()
                .filter(snapshot -> !snapshot.createdAt().isAfter(at))
                .toList();
        return print.print(new ExecutiveSummary(report, at, chart, worst(report), changes));
    }

    private List<Worst> worst(Report report) {
        Map<String, InventoryEntry> known = inventory.find(report.topIncidents());
        return report.topIncidents().stream()
                .map(key -> new Worst(
                        key,
                        Optional.ofNullable(known.get(key))
                                .map(InventoryEntry::name)
                                .filter(name -> !name.isBlank())
                                .orElse(key),
                        report.downAssets().contains(key)))
                .toList();
    }
}
