package io.secplat.api.findings;

import io.secplat.api.assets.AssetFollower;
import io.secplat.api.cache.FinishedAnswer;
import io.secplat.api.cache.Room;
import io.secplat.api.cache.SingleFlight;
import io.secplat.api.findings.postgres.FindingTable;
import io.secplat.api.findings.postgres.PostgresFindings;
import io.secplat.api.findings.postgres.RiskRefresh;
import io.secplat.api.findings.postgres.ScanClosing;
import io.secplat.api.jobs.postgres.ScanResults;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.PatientTask;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Findings in Postgres, told through the outbox; scored anew at start, once a day, when their asset changes, and when the
 * date of an accepted risk passes. Pages of the list are kept for a moment, and forgotten with each change.
 */
@ApplicationScoped
public class FindingsWiring {

    private static final Duration EXPIRY_INTERVAL = Duration.ofSeconds(30);
    private static final int MOST_PAGES = 500;
    private static final long PAGE_BYTES = 16L << 20;

    @Produces
    @Singleton
    Findings findings(
            Database database,
            FindingTable table,
            OutboxTable outbox,
            IdSource ids,
            Clock clock,
            @ConfigProperty(name = "FRONTEND_URL") Optional<String> websiteUrl) {
        return new PostgresFindings(database, table, outbox, new FindingTale(websiteUrl), ids, clock);
    }

    @Produces
    @Singleton
    SingleFlight<FindingPages.Asked, FinishedAnswer> flights(
            @ConfigProperty(name = "FINDINGS_CACHE_TTL_SECONDS", defaultValue = "1") int seconds, Clock clock) {
        Room room = new Room(Duration.ofSeconds(seconds), MOST_PAGES, PAGE_BYTES);
        return new SingleFlight<>(room, FinishedAnswer::weight, clock);
    }

    @Produces
    @Singleton
    FindingPages pages(Findings findings, SingleFlight<FindingPages.Asked, FinishedAnswer> flights) {
        return new FindingPages(findings, flights);
    }

    @Produces
    @Singleton
    FindingTable table(SingleFlight<FindingPages.Asked, FinishedAnswer> flights) {
        return new FindingTable(flights::forget);
    }

    @Produces
    @Singleton
    ScanResults scanResults(FindingTable table) {
        return new ScanClosing(table);
    }

    @Produces
    @Singleton
    RiskRefresh refresh(Database database, FindingTable table, Clock clock) {
        return new RiskRefresh(database, table, clock);
    }

    @Produces
    @Singleton
    AssetFollower riskOfChangedAssets(RiskRefresh refresh) {
        return asset -> refresh.ofAsset(asset.id());
    }

    @Produces
    @Singleton
    Worker riskReview(RiskRefresh review, Clock clock, Journal journal) {
        return new PeriodicWorker(Role.API, "risk-review", Duration.ofDays(1), clock, () -> {
            int findings = review.all();
            journal.info("finding.risk_review", "done", Map.of("findings", findings));
        });
    }

    @Produces
    @Singleton
    Worker acceptanceExpiry(RiskRefresh review, Clock clock, Journal journal) {
        return new PeriodicWorker(Role.API, "acceptance-expiry", EXPIRY_INTERVAL, clock, new PatientTask(() -> {
            int findings = review.expiredAcceptances();
            if (findings > 0) {
                journal.info("finding.acceptance_expired", "done", Map.of("findings", findings));
            }
        }));
    }
}
