package io.secplat.api.findings;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.Severity;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much a finding matters, 0 to 100, and the terms that made the number (relational contract, section 3).
 *
 * @param factors points by term, in the order of the contract; only terms that apply
 */
public record RiskScore(int score, Map<String, Integer> factors) {

    private static final Set<String> OWN_SCANS = Set.of("tls_scan", "header_scan", "web_probe", "smoke_test");
    private static final int MOST_WHEN_REMEDIATED = 5;

    public RiskScore {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    }

    /** Scores a finding of that asset at that time. */
    public static RiskScore of(Finding finding, AssetFacts asset, Instant now) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        terms.put("severity", severity(finding.details().severityOrDefault()));
        terms.put("confidence", confidence(finding.details().confidenceOrDefault()));
        terms.put("asset_criticality", criticality(asset.criticality()));
        terms.put("asset_environment", environment(asset.environment()));
        terms.put("internet_facing", asset.internetFacing() ? 14 : 0);
        terms.put("verified", asset.verified() && asset.internetFacing() ? 3 : 0);
        terms.put("source", OWN_SCANS.contains(String.valueOf(finding.details().source())) ? 4 : 0);
        terms.put("age", age(Duration.between(finding.sightings().firstSeen(), now)));
        terms.put("asset_inactive", asset.active() ? 0 : -8);
        terms.put("status", status(finding.status()));
        terms.put("acceptance_expired", acceptanceExpired(finding, now) ? 10 : 0);
        terms.values().removeIf(points -> points == 0);
        return new RiskScore(limited(terms, finding.status()), terms);
    }

    /** {@code critical} from 85, {@code high} from 70, {@code medium} from 40, else {@code low}. */
    public String level() {
        if (score >= 85) {
            return "critical";
        }
        return score >= 70 ? "high" : score >= 40 ? "medium" : "low";
    }

    /** The terms as one JSON object. */
    public JsonObject factorsJson() {
        JsonWriter json = new JsonWriter();
        factors.forEach(json::put);
        return json.build();
    }

    private static int limited(Map<String, Integer> terms, FindingStatus status) {
        int sum = terms.values().stream().mapToInt(Integer::intValue).sum();
        int most = status == FindingStatus.REMEDIATED ? MOST_WHEN_REMEDIATED : 100;
        return Math.max(0, Math.min(most, sum));
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 82;
            case HIGH -> 68;
            case MEDIUM -> 48;
            case LOW -> 24;
            case INFO -> 10;
        };
    }

    private static int confidence(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> 8;
            case MEDIUM -> 4;
            case LOW -> -4;
        };
    }

    private static int criticality(String criticality) {
        return switch (criticality) {
            case "high" -> 12;
            case "medium" -> 6;
            default -> 0;
        };
    }

    private static int environment(String environment) {
        return switch (environment) {
            case "prod" -> 10;
            case "staging" -> 5;
            case "qa" -> -2;
            case "test" -> -4;
            case "dev" -> -6;
            default -> 0;
        };
    }

    private static int age(Duration age) {
        return age.toDays() >= 30 ? 6 : age.toDays() >= 7 ? 3 : 0;
    }

    private static int status(FindingStatus status) {
        return switch (status) {
            case OPEN -> 0;
            case IN_PROGRESS -> -8;
            case ACCEPTED_RISK -> -18;
            case REMEDIATED -> -85;
        };
    }

    private static boolean acceptanceExpired(Finding finding, Instant now) {
        return finding.status() == FindingStatus.ACCEPTED_RISK
                && finding.acceptance().expiresAt() != null
                && finding.acceptance().expiresAt().isBefore(now);
    }
}
