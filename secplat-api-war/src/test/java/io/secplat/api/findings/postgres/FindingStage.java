package io.secplat.api.findings.postgres;

import io.secplat.api.findings.FindingDetails;
import io.secplat.api.findings.FindingReport;
import io.secplat.api.findings.FindingTale;
import io.secplat.api.findings.Findings;
import io.secplat.api.findings.SoftwareComponent;
import io.secplat.api.jobs.Claim;
import io.secplat.api.jobs.Completion;
import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.jobs.postgres.PostgresJobs;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.StatementCount;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import io.secplat.contracts.model.Severity;
import io.secplat.runtime.MovingClock;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Findings and jobs on an empty real database, at a time that the test moves. */
final class FindingStage {

    static final Caller SCANNER = new Caller("scanner-service", AccessRole.ANALYST, "req-1");

    final MovingClock clock = new MovingClock(Instant.parse("2026-05-04T07:20:11Z"));
    final StatementCount statements = new StatementCount();
    final Database database = statements.counting(TestDatabase.fresh());
    final Rows rows = new Rows(database);
    final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    final AtomicInteger changes = new AtomicInteger();
    final FindingTable table = new FindingTable(changes::incrementAndGet);
    final Findings findings =
            new PostgresFindings(database, table, outbox, new FindingTale(Optional.empty()), UUID::randomUUID, clock);
    final RiskRefresh refresh = new RiskRefresh(database, table, clock);
    final Jobs jobs = new PostgresJobs(
            database, outbox, new ScanClosing(table), new LeaseRules(Duration.ofHours(1), 5), UUID::randomUUID, clock);

    Findings.Reported.Stored report(FindingReport report) {
        return (Findings.Reported.Stored)
                findings.report(List.of(report), Optional.empty(), SCANNER).get(0);
    }

    static FindingReport report(String key, String asset, Severity severity) {
        FindingDetails details = new FindingDetails(
                "No HTTPS", "tls", severity, null, null, null, "tls_scan", SoftwareComponent.NONE, null);
        return new FindingReport(key, asset, null, details);
    }

    /** Reports {@code k<from>} to below {@code k<to>}. */
    static List<FindingReport> reports(int from, int to, String asset) {
        return IntStream.range(from, to)
                .mapToObj(n -> report("k" + n, asset, Severity.HIGH))
                .toList();
    }

    Claim.Granted claimed(int asset) {
        JobOrder order = new JobOrder(JobType.TLS_HEADERS, asset, JsonValue.EMPTY_JSON_OBJECT, true);
        return (Claim.Granted) jobs.claim(jobs.order(order, SCANNER).job().id(), "w1");
    }

    static Findings.Lease lease(Claim.Granted claim) {
        return new Findings.Lease(claim.job().id(), claim.leaseToken());
    }

    void complete(Claim.Granted claim, JobStatus status, Collection<String> checked) {
        jobs.complete(
                claim.job().id(),
                new Completion(
                        claim.leaseToken(),
                        status,
                        null,
                        Json.createObjectBuilder()
                                .add("checked_finding_keys", Json.createArrayBuilder(checked))
                                .build()));
    }
}
