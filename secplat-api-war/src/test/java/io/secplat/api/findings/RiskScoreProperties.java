package io.secplat.api.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The score against the table of the relational contract, section 3, read a second time and summed independently. */
class RiskScoreProperties {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");
    private static final Map<Severity, Integer> SEVERITIES =
            Map.of(Severity.CRITICAL, 82, Severity.HIGH, 68, Severity.MEDIUM, 48, Severity.LOW, 24, Severity.INFO, 10);
    private static final Map<String, Integer> CONFIDENCES = Map.of("high", 8, "medium", 4, "low", -4);
    private static final Map<String, Integer> CRITICALITIES = Map.of("high", 12, "medium", 6);
    private static final Map<String, Integer> ENVIRONMENTS =
            Map.of("prod", 10, "staging", 5, "qa", -2, "test", -4, "dev", -6);
    private static final Map<FindingStatus, Integer> STATES =
            Map.of(FindingStatus.IN_PROGRESS, -8, FindingStatus.ACCEPTED_RISK, -18, FindingStatus.REMEDIATED, -85);
    private static final Set<String> EDGE_TYPES = Set.of("external", "public", "internet", "edge", "ingress");
    private static final Set<String> OWN_SOURCES = Set.of("tls_scan", "header_scan", "web_probe", "smoke_test");

    @Property(tries = 10_000)
    void the_score_is_the_sum_of_the_terms_that_apply_within_its_limits(@ForAll("findings") Finding finding) {
        AssetFacts asset = finding.asset();
        boolean facing = asset.type().equals("external_web")
                || EDGE_TYPES.contains(asset.assetType())
                || asset.tags().contains("public")
                || asset.tags().contains("internet-facing")
                || asset.markedInternetFacing();
        long days = Duration.between(finding.sightings().firstSeen(), NOW).toHours() / 24;
        boolean accepted = finding.status() == FindingStatus.ACCEPTED_RISK;
        Instant until = finding.acceptance().expiresAt();

        int sum = SEVERITIES.get(finding.details().severity());
        sum += CONFIDENCES.get(finding.details().confidence().wire());
        sum += CRITICALITIES.getOrDefault(asset.criticality(), 0);
        sum += ENVIRONMENTS.getOrDefault(asset.environment(), 0);
        sum += facing ? 14 : 0;
        sum += facing && asset.verified() ? 3 : 0;
        sum += OWN_SOURCES.contains(finding.details().source()) ? 4 : 0;
        sum += days >= 30 ? 6 : days >= 7 ? 3 : 0;
        sum += asset.active() ? 0 : -8;
        sum += STATES.getOrDefault(finding.status(), 0);
        sum += accepted && until != null && until.isBefore(NOW) ? 10 : 0;
        int most = finding.status() == FindingStatus.REMEDIATED ? 5 : 100;
        int expected = Math.min(most, Math.max(0, sum));

        RiskScore risk = finding.risk(NOW);
        assertThat(risk.score()).isEqualTo(expected);
        assertThat(risk.factors().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(sum);
        assertThat(risk.level())
                .isEqualTo(expected >= 85 ? "critical" : expected >= 70 ? "high" : expected >= 40 ? "medium" : "low");
    }

    @Provide
    Arbitrary<Finding> findings() {
        Arbitrary<FindingDetails> details = Combinators.combine(
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(Confidence.class),
                        Arbitraries.of("tls_scan", "header_scan", "web_probe", "smoke_test", "health_http", "other"))
                .as((severity, confidence, source) -> new FindingDetails(
                        "Weak", null, severity, confidence, null, null, source, SoftwareComponent.NONE, null));
        Arbitrary<Acceptance> terms = Arbitraries.integers()
                .between(-100, 100)
                .injectNull(0.2)
                .map(seconds ->
                        new Acceptance(NOW, seconds == null ? null : NOW.plusSeconds(seconds), "known", "mira"));
        Arbitrary<Integer> ageHours = Arbitraries.integers().between(0, 40 * 24);
        return Combinators.combine(details, assets(), Arbitraries.of(FindingStatus.class), terms, ageHours)
                .as((said, asset, status, acceptance, hours) -> new Finding(
                        1,
                        "k",
                        asset,
                        NOW,
                        said,
                        status,
                        new Sightings(NOW.minus(Duration.ofHours(hours)), NOW, List.of()),
                        acceptance,
                        Closure.NONE));
    }

    private static Arbitrary<AssetFacts> assets() {
        return Combinators.combine(
                        Arbitraries.of("user", "host", "external_web", "app"),
                        Arbitraries.of("service", "external", "public", "internet", "edge", "ingress", "database"),
                        Arbitraries.of("prod", "staging", "qa", "test", "dev", "other"),
                        Arbitraries.of("high", "medium", "low"),
                        Arbitraries.of("public", "internet-facing", "pci").set(),
                        Arbitraries.of(true, false).list().ofSize(3))
                .as((type, assetType, environment, criticality, tags, flags) -> new AssetFacts(
                        1,
                        "a",
                        "a",
                        type,
                        assetType,
                        environment,
                        criticality,
                        flags.get(0),
                        flags.get(1),
                        tags,
                        flags.get(2)));
    }
}
