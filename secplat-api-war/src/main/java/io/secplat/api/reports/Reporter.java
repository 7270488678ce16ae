package io.secplat.api.reports;

import io.secplat.api.posture.Inventory;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.PostureState;
import io.secplat.search.AssetStatuses;
import io.secplat.search.HealthEvents.Tally;
import io.secplat.search.HoursUncountedException;
import io.secplat.search.PeriodTally;
import io.secplat.search.PostureFilter;
import io.secplat.search.PostureHighlights;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes a report of now: one query for the monitored assets, one request for postures, two for the checks of the period. */
public final class Reporter {

    private static final int TOP_INCIDENTS = 10;

    private final AssetStatuses statuses;
    private final PeriodTally checks;
    private final Inventory inventory;
    private final Clock clock;

    public Reporter(AssetStatuses statuses, PeriodTally checks, Inventory inventory, Clock clock) {
        this.statuses = statuses;
        this.checks = checks;
        this.inventory = inventory;
        this.clock = clock;
    }

    /**
     * The report; SearchUnavailableException while the record is away, {@link HoursUncountedException} while the deriver has to
     * count too much of the period.
     */
    public Report report(ReportPeriod period) {
        PostureHighlights highlights = statuses.highlights(PostureFilter.ALL, TOP_INCIDENTS);
        List<AssetKey> monitored = inventory.monitored().stream()
                .filter(AssetKey::isValid)
                .map(AssetKey::new)
                .toList();
        Instant now = clock.instant();
        Tally tally = checks.tally(monitored, now.minus(period.length()), now);
        return Report.of(period, highlights.summary(), redKeys(highlights.worst()), tally);
    }

    /** Worst first puts down ones before the others that are red. */
    private static List<String> redKeys(List<AssetStatusDocument> worstFirst) {
        return worstFirst.stream()
                .filter(document -> document.postureState() == PostureState.RED)
                .map(document -> document.assetKey().value())
                .toList();
    }
}
