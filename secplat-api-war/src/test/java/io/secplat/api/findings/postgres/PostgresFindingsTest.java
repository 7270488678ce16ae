package io.secplat.api.findings.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.findings.Finding;
import io.secplat.api.findings.FindingDetails;
import io.secplat.api.findings.FindingReport;
import io.secplat.api.findings.FindingStatus;
import io.secplat.api.findings.FindingTale;
import io.secplat.api.findings.Findings;
import io.secplat.api.findings.Findings.Reported;
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
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import io.secplat.contracts.model.Severity;
import io.secplat.runtime.MovingClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresFindingsTest {

    private static final Caller SCANNER = new Caller("scanner-service", AccessRole.ANALYST, "req-1");
    private static final Findings.Filter ALL =
            new Findings.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final MovingClock clock = new MovingClock(Instant.parse("2026-05-04T07:20:11Z"));
    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    private final AtomicInteger changes = new AtomicInteger();
    private final FindingTable table = new FindingTable(changes::incrementAndGet);
    private final Findings findings =
            new PostgresFindings(database, table, outbox, new FindingTale(Optional.empty()), UUID::randomUUID, clock);
    private final Jobs jobs = new PostgresJobs(
            database,
            outbox,
            new ScanClosing(table),
            new LeaseRules(Duration.ofMinutes(1), 5),
            UUID::randomUUID,
            clock);
    private final int shop = rows.website("shop");

    @Test
    void a_new_high_finding_is_stored_scored_told_and_audited() {
        Reported.Stored stored = report("k1", Severity.HIGH);

        assertThat(stored.updated()).isFalse();
        assertThat(rows.one("SELECT risk_score FROM findings", Integer.class))
                .isEqualTo(stored.finding().risk(clock.instant()).score());
        assertThat(rows.published("finding.created").get(0).getString("incident_key"))
                .isEqualTo("finding:shop:k1");
        assertThat(rows.published("notify.requested").get(0).getString("dedupe_key"))
                .isEqualTo("finding.created:k1");
        assertThat(rows.audited()).containsExactly("finding.upsert");
    }

    @Test
    void a_told_finding_carries_the_tags_and_the_environment_of_its_asset() {
        rows.run("UPDATE assets SET tags = '{web,pci}' WHERE asset_key = 'shop'");
        report("k1", Severity.HIGH);

        JsonObject told = rows.published("notify.requested").get(0);
        assertThat(told.getJsonArray("asset_tags")).hasToString("[\"pci\",\"web\"]");
        assertThat(told.getJsonArray("environments")).hasToString("[\"prod\"]");
    }

    @Test
    void a_repeat_updates_and_publishes_nothing() {
        int id = report("k1", Severity.HIGH).finding().id();
        clock.advance(Duration.ofHours(1));
        Reported.Stored again = report("k1", null);

        assertThat(again.updated()).isTrue();
        assertThat(again.finding().id()).isEqualTo(id);
        assertThat(again.finding().details().severity()).isEqualTo(Severity.HIGH);
        assertThat(rows.published("finding.created")).hasSize(1);
        assertThat(rows.one("SELECT last_seen > first_seen FROM findings", Boolean.class))
                .isTrue();
    }

    @Test
    void a_finding_under_a_rule_is_stored_and_not_told() {
        rows.run("INSERT INTO suppression_rules (scope, scope_value, starts_at, ends_at)"
                + " VALUES ('finding', 'k1', '2026-05-04T07:00:00Z', '2026-05-04T08:00:00Z')");
        report("k1", Severity.HIGH);
        report("k2", Severity.MEDIUM);

        assertThat(rows.published("finding.created")).hasSize(1);
        assertThat(rows.published("notify.requested")).isEmpty();
    }

    @Test
    void a_key_that_comes_twice_in_a_batch_makes_one_finding() {
        List<Reported> stored = findings.report(
                List.of(
                        report("k1", "shop", Severity.LOW),
                        report("k1", "shop", Severity.HIGH),
                        report("k2", "no", null)),
                Optional.empty(),
                SCANNER);

        assertThat(((Reported.Stored) stored.get(0)).updated()).isFalse();
        assertThat(((Reported.Stored) stored.get(1)).updated()).isTrue();
        assertThat(stored.get(2)).isInstanceOf(Reported.AssetUnknown.class);
        assertThat(rows.ask("SELECT severity FROM findings", String.class)).containsExactly("high");
    }

    @Test
    void a_zombie_stores_nothing() {
        Findings.Lease lease = lease(claimed());
        clock.advance(Duration.ofMinutes(2));

        assertThatThrownBy(
                        () -> findings.report(List.of(report("k1", "shop", Severity.LOW)), Optional.of(lease), SCANNER))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.STALE_LEASE));
        assertThat(rows.ask("SELECT finding_id FROM findings", Integer.class)).isEmpty();
    }

    @Test
    void a_scan_closes_what_it_checked_and_did_not_see() {
        report("seen", Severity.HIGH);
        report("gone", Severity.HIGH);
        report("unchecked", Severity.HIGH);
        Claim.Granted claim = claimed();
        findings.report(List.of(report("seen", "shop", null)), Optional.of(lease(claim)), SCANNER);
        jobs.complete(
                claim.job().id(),
                new Completion(
                        claim.leaseToken(),
                        JobStatus.DONE,
                        null,
                        Json.createObjectBuilder()
                                .add("checked_finding_keys", Json.createArrayBuilder(List.of("seen", "gone")))
                                .build()));

        assertThat(rows.ask("SELECT finding_key FROM findings WHERE status = 'remediated'", String.class))
                .containsExactly("gone");
        assertThat(rows.one("SELECT closed_by_job_id FROM findings WHERE finding_key = 'gone'", Integer.class))
                .isEqualTo(claim.job().id());
        assertThat(rows.one("SELECT source FROM findings WHERE finding_key = 'gone'", String.class))
                .isEqualTo("tls_scan");
        assertThat(rows.one("SELECT risk_score FROM findings WHERE finding_key = 'gone'", Integer.class))
                .isLessThanOrEqualTo(5);

        assertThat(report("gone", null).finding().status()).isEqualTo(FindingStatus.OPEN);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        for (int n = 0; n < 5; n++) {
            report("k" + n, Severity.LOW);
            clock.advance(Duration.ofSeconds(n % 2));
        }
        Finding last = null;
        int seen = 0;
        List<Findings.Scored> page;
        do {
            Optional<Findings.Place> after = Optional.ofNullable(last)
                    .map(f -> new Findings.Place(f.sightings().lastSeen(), f.id()));
            page = findings.page(ALL, 2, after);
            seen += page.size();
            last = page.isEmpty() ? last : page.get(page.size() - 1).finding();
        } while (!page.isEmpty());

        assertThat(seen).isEqualTo(5);
        assertThat(findings.page(
                        new Findings.Filter(
                                Optional.of(FindingStatus.OPEN),
                                Optional.of("tls_scan"),
                                Optional.of("unscored"),
                                Optional.of("shop")),
                        5,
                        Optional.empty()))
                .isEmpty();
    }

    @Test
    void people_move_findings_and_accept_risks() {
        int id = report("k1", Severity.HIGH).finding().id();
        findings.accept(id, "known", clock.instant().plus(Duration.ofDays(1)), SCANNER);
        assertThat(rows.one("SELECT accepted_risk_by FROM findings", String.class))
                .isEqualTo("scanner-service");
        findings.move(id, FindingStatus.IN_PROGRESS, SCANNER);

        assertThat(rows.one("SELECT status FROM findings", String.class)).isEqualTo("in_progress");
        assertThat(rows.audited()).containsExactly("finding.upsert", "accept_risk", "finding_status");
        assertThat(new RiskRefresh(database, table, clock).all()).isZero();
    }

    @Test
    void findings_of_an_asset_that_changed_are_scored_anew() {
        int before = report("k1", Severity.LOW).finding().risk(clock.instant()).score();
        rows.run("UPDATE assets SET criticality = 'low', environment = 'other'");
        new RiskRefresh(database, table, clock).ofAsset(shop);

        assertThat(rows.one("SELECT risk_score FROM findings", Integer.class)).isEqualTo(before - 22);
    }

    private Reported.Stored report(String key, Severity severity) {
        return (Reported.Stored) findings.report(List.of(report(key, "shop", severity)), Optional.empty(), SCANNER)
                .get(0);
    }

    private static FindingReport report(String key, String asset, Severity severity) {
        return new FindingReport(
                key,
                asset,
                null,
                new FindingDetails(
                        "No HTTPS", "tls", severity, null, null, null, "tls_scan", SoftwareComponent.NONE, null));
    }

    private Claim.Granted claimed() {
        JobOrder order = new JobOrder(JobType.TLS_HEADERS, shop, JsonValue.EMPTY_JSON_OBJECT, true);
        return (Claim.Granted) jobs.claim(jobs.order(order, SCANNER).job().id(), "w1");
    }

    private static Findings.Lease lease(Claim.Granted claim) {
        return new Findings.Lease(claim.job().id(), claim.leaseToken());
    }
}
