package io.secplat.api.findings;

import io.secplat.api.assets.AssetFollower;
import io.secplat.api.findings.postgres.PostgresFindings;
import io.secplat.api.findings.postgres.RiskRefresh;
import io.secplat.api.findings.postgres.ScanClosing;
import io.secplat.api.jobs.postgres.ScanResults;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
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

/** Findings in Postgres, told through the outbox; scored anew at start, once a day, and when their asset changes. */
@ApplicationScoped
public class FindingsWiring {

    @Produces
    @Singleton
    Findings findings(
            Database database,
            OutboxTable outbox,
            IdSource ids,
            Clock clock,
            @ConfigProperty(name = "FRONTEND_URL") Optional<String> websiteUrl) {
        return new PostgresFindings(database, outbox, new FindingTale(websiteUrl), ids, clock);
    }

    @Produces
    @Singleton
    ScanResults scanResults() {
        return new ScanClosing();
    }

    @Produces
    @Singleton
    AssetFollower riskOfChangedAssets(Database database, Clock clock) {
        RiskRefresh refresh = new RiskRefresh(database, clock);
        return asset -> refresh.ofAsset(asset.id());
    }

    @Produces
    @Singleton
    Worker riskReview(Database database, Clock clock, Journal journal) {
        RiskReview review = new RiskRefresh(database, clock);
        return new PeriodicWorker(Role.API, "risk-review", Duration.ofDays(1), clock, () -> {
            int findings = review.all();
            journal.info("finding.risk_review", "done", Map.of("findings", findings));
        });
    }
}
