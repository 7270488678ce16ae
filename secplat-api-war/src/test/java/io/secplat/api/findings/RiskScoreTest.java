package io.secplat.api.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RiskScoreTest {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");
    private static final AssetFacts WEB = new AssetFacts(
            19,
            "billing-web",
            "billing.example.org",
            "external_web",
            "service",
            "prod",
            "high",
            true,
            true,
            Set.of(),
            false);
    private static final AssetFacts INSIDE = new AssetFacts(
            20, "build-host", "build-host", "host", "service", "other", "low", false, true, Set.of(), false);

    @Test
    void the_example_of_the_contract_scores_99_and_is_critical() {
        RiskScore risk = missingCsp(WEB, NOW).risk(NOW);

        assertThat(risk.score()).isEqualTo(99);
        assertThat(risk.level()).isEqualTo("critical");
        assertThat(risk.factors())
                .isEqualTo(Map.of(
                        "severity", 48,
                        "confidence", 8,
                        "asset_criticality", 12,
                        "asset_environment", 10,
                        "internet_facing", 14,
                        "verified", 3,
                        "source", 4));
        assertThat(risk.factorsJson().getInt("internet_facing")).isEqualTo(14);
    }

    @Test
    void a_remedied_finding_scores_at_most_5() {
        assertThat(missingCsp(WEB, NOW)
                        .moved(FindingStatus.REMEDIATED, NOW)
                        .risk(NOW)
                        .score())
                .isEqualTo(5);
    }

    @Test
    void an_acceptance_past_its_date_weighs_more_than_one_that_holds() {
        Finding finding = missingCsp(INSIDE, NOW);
        Finding holds = finding.accepted(new Acceptance(NOW, NOW.plusSeconds(60), "known", "mira"));
        Finding past = finding.accepted(new Acceptance(NOW, NOW.minusSeconds(60), "known", "mira"));

        assertThat(past.risk(NOW).score() - holds.risk(NOW).score()).isEqualTo(10);
    }

    @Test
    void age_adds_3_points_after_a_week_and_6_after_a_month() {
        int fresh = missingCsp(INSIDE, NOW).risk(NOW).score();

        assertThat(aged(Duration.ofDays(7))).isEqualTo(fresh + 3);
        assertThat(aged(Duration.ofDays(30))).isEqualTo(fresh + 6);
    }

    @Test
    void the_score_stays_within_0_and_100() {
        Finding worst = Finding.first(report(Severity.CRITICAL, "tls_scan"), WEB, null, NOW);

        assertThat(worst.risk(NOW).score()).isEqualTo(100);
        assertThat(Finding.first(report(Severity.INFO, null), INSIDE, null, NOW)
                        .accepted(Acceptance.NONE)
                        .risk(NOW)
                        .score())
                .isZero();
    }

    @Test
    void an_asset_counts_as_internet_facing_by_type_tag_or_mark() {
        assertThat(WEB.internetFacing()).isTrue();
        assertThat(INSIDE.internetFacing()).isFalse();
        assertThat(host("edge", Set.of(), false).internetFacing()).isTrue();
        assertThat(host("service", Set.of("public"), false).internetFacing()).isTrue();
        assertThat(host("service", Set.of(), true).internetFacing()).isTrue();
    }

    private static int aged(Duration age) {
        return missingCsp(INSIDE, NOW.minus(age)).risk(NOW).score();
    }

    private static AssetFacts host(String assetType, Set<String> tags, boolean marked) {
        return new AssetFacts(1, "h", "h", "host", assetType, "prod", "low", false, true, tags, marked);
    }

    private static Finding missingCsp(AssetFacts asset, Instant firstSeen) {
        return Finding.first(report(Severity.MEDIUM, "header_scan"), asset, null, firstSeen);
    }

    private static FindingReport report(Severity severity, String source) {
        return new FindingReport(
                "b8d3da43aa6ce4a2984e1a27ff1b084d",
                "billing-web",
                null,
                new FindingDetails(
                        "Missing CSP",
                        "security_headers",
                        severity,
                        Confidence.HIGH,
                        null,
                        null,
                        source,
                        SoftwareComponent.NONE,
                        null));
    }
}
