package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Acceptance;
import io.secplat.api.findings.AssetFacts;
import io.secplat.api.findings.Closure;
import io.secplat.api.findings.Confidence;
import io.secplat.api.findings.Finding;
import io.secplat.api.findings.FindingDetails;
import io.secplat.api.findings.FindingStatus;
import io.secplat.api.findings.Findings.Scored;
import io.secplat.api.findings.RiskScore;
import io.secplat.api.findings.Sightings;
import io.secplat.api.findings.SoftwareComponent;
import io.secplat.contracts.model.Severity;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.result.RowView;

/** How a finding and its asset stand in a row. */
final class FindingRows {

    static final String ASSET =
            """
            a.asset_id, a.asset_key, a.name AS asset_name, a.type AS target_type, a.asset_type, a.environment,
            a.criticality, a.verified, a.is_active, a.tags,
            a.metadata ->> 'internet_facing' = 'true' AS internet_facing
            """;

    static final String FINDING =
            """
            f.finding_id, f.finding_key, f.time, f.first_seen, f.last_seen, f.category, f.title, f.severity,
            f.confidence, f.evidence, f.remediation, f.status, f.source, f.vulnerability_id, f.package_ecosystem,
            f.package_name, f.package_version, f.fixed_version, f.scanner_metadata_json, f.accepted_risk_at,
            f.accepted_risk_expires_at, f.accepted_risk_reason, f.accepted_risk_by, f.last_job_id, f.closed_by_job_id,
            f.remediated_at, f.risk_score, f.risk_factors_json
            """;

    static final String SELECT =
            "SELECT " + FINDING + ", " + ASSET + " FROM findings f JOIN assets a ON a.asset_id = f.asset_id ";

    private FindingRows() {}

    static AssetFacts asset(RowView row) {
        return new AssetFacts(
                row.getColumn("asset_id", Integer.class),
                row.getColumn("asset_key", String.class),
                row.getColumn("asset_name", String.class),
                row.getColumn("target_type", String.class),
                row.getColumn("asset_type", String.class),
                row.getColumn("environment", String.class),
                row.getColumn("criticality", String.class),
                row.getColumn("verified", Boolean.class),
                row.getColumn("is_active", Boolean.class),
                Set.of(row.getColumn("tags", String[].class)),
                Boolean.TRUE.equals(row.getColumn("internet_facing", Boolean.class)));
    }

    static Finding finding(RowView row) {
        return new Finding(
                row.getColumn("finding_id", Integer.class),
                row.getColumn("finding_key", String.class),
                asset(row),
                row.getColumn("time", Instant.class),
                details(row),
                FindingStatus.of(row.getColumn("status", String.class)).orElseThrow(),
                new Sightings(
                        row.getColumn("first_seen", Instant.class),
                        row.getColumn("last_seen", Instant.class),
                        row.getColumn("last_job_id", Integer.class)),
                new Acceptance(
                        row.getColumn("accepted_risk_at", Instant.class),
                        row.getColumn("accepted_risk_expires_at", Instant.class),
                        row.getColumn("accepted_risk_reason", String.class),
                        row.getColumn("accepted_risk_by", String.class)),
                new Closure(
                        row.getColumn("remediated_at", Instant.class),
                        row.getColumn("closed_by_job_id", Integer.class)));
    }

    static Scored scored(RowView row) {
        Integer score = row.getColumn("risk_score", Integer.class);
        Map<String, Integer> factors = new LinkedHashMap<>();
        if (score != null) {
            JsonObject terms = row.getColumn("risk_factors_json", JsonObject.class);
            terms.keySet().forEach(term -> factors.put(term, terms.getInt(term)));
        }
        return new Scored(finding(row), score == null ? null : new RiskScore(score, factors));
    }

    private static FindingDetails details(RowView row) {
        return new FindingDetails(
                row.getColumn("title", String.class),
                row.getColumn("category", String.class),
                Severity.of(row.getColumn("severity", String.class)).orElseThrow(),
                Confidence.of(row.getColumn("confidence", String.class)).orElseThrow(),
                row.getColumn("evidence", String.class),
                row.getColumn("remediation", String.class),
                row.getColumn("source", String.class),
                new SoftwareComponent(
                        row.getColumn("vulnerability_id", String.class),
                        row.getColumn("package_ecosystem", String.class),
                        row.getColumn("package_name", String.class),
                        row.getColumn("package_version", String.class),
                        row.getColumn("fixed_version", String.class)),
                row.getColumn("scanner_metadata_json", JsonObject.class));
    }
}
