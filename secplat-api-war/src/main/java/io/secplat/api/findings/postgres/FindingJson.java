package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Finding;
import io.secplat.api.findings.FindingDetails;
import io.secplat.api.findings.RiskScore;
import io.secplat.api.findings.Sightings;
import io.secplat.api.findings.SoftwareComponent;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** Rows of the table as one JSON parameter, in the order of keys, so that two batches never wait for each other. */
final class FindingJson {

    private FindingJson() {}

    static String rows(Collection<Finding> findings, Instant now) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        findings.stream()
                .sorted(Comparator.comparing(finding -> String.valueOf(finding.key())))
                .forEach(finding -> rows.add(row(finding, finding.risk(now))));
        return rows.build().toString();
    }

    private static JsonObject row(Finding finding, RiskScore risk) {
        JsonWriter row = new JsonWriter()
                .put("finding_id", finding.id())
                .put("finding_key", finding.key())
                .put("asset_id", finding.asset().assetId())
                .put("time", finding.time())
                .put("status", finding.status().wire())
                .put("first_seen", finding.sightings().firstSeen())
                .put("last_seen", finding.sightings().lastSeen())
                .put("last_job_id", finding.sightings().lastJobId())
                .put("seen_by_job_ids", jobs(finding.sightings()))
                .put("closed_by_job_id", finding.closure().byJobId())
                .put("remediated_at", finding.closure().remediatedAt())
                .put("accepted_risk_at", finding.acceptance().at())
                .put("accepted_risk_expires_at", finding.acceptance().expiresAt())
                .put("accepted_risk_reason", finding.acceptance().reason())
                .put("accepted_risk_by", finding.acceptance().by())
                .put("risk_score", risk.score())
                .put("risk_level", risk.level())
                .put("risk_factors_json", risk.factorsJson());
        return said(row, finding.details()).build();
    }

    private static JsonArray jobs(Sightings sightings) {
        return Json.createArrayBuilder(sightings.jobs()).build();
    }

    private static JsonWriter said(JsonWriter row, FindingDetails details) {
        SoftwareComponent component = details.component();
        JsonObject metadata = details.scannerMetadata();
        return row.put("title", details.title())
                .put("category", details.category())
                .put("severity", details.severityOrDefault().wire())
                .put("confidence", details.confidenceOrDefault().wire())
                .put("evidence", details.evidence())
                .put("remediation", details.remediation())
                .put("source", details.source())
                .put("vulnerability_id", component.vulnerabilityId())
                .put("package_ecosystem", component.ecosystem())
                .put("package_name", component.name())
                .put("package_version", component.version())
                .put("fixed_version", component.fixedVersion())
                .put("scanner_metadata_json", metadata == null ? JsonValue.EMPTY_JSON_OBJECT : metadata);
    }
}
