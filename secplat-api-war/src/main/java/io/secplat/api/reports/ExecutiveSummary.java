package io.secplat.api.reports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an executive is told on one page.
 *
 * @param chart the snapshots of the week before, oldest first
 * @param worst red assets, down ones first
 * @param changes against the day before; empty while there is no snapshot of it
 */
public record ExecutiveSummary(
        Report report, Instant at, List<Snapshot> chart, List<Worst> worst, Optional<WhatChanged> changes) {

    /** A red asset. */
    public record Worst(String assetKey, String name, boolean down) {}

    public ExecutiveSummary {
        chart = List.copyOf(chart);
        worst = List.copyOf(worst);
    }
}
