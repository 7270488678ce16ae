package io.secplat.api.findings;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A finding as the API shows it; viewers see no evidence, no scanner metadata and no reason of an acceptance. */
public record FindingView(Finding finding, @Nullable RiskScore risk, boolean forViewer) {

    /** The members of the contract. */
    public JsonWriter json() {
        JsonWriter json = new JsonWriter()
                .put("finding_id", finding.id())
                .put("finding_key", finding.key())
                .put("asset_id", finding.asset().assetId())
                .put("asset_key", finding.asset().assetKey())
                .put("asset_name", finding.asset().assetName())
                .put("time", finding.time())
                .put("first_seen", finding.sightings().firstSeen())
                .put("last_seen", finding.sightings().lastSeen());
        details(json, finding.details());
        component(json, finding.details().component());
        course(json);
        return risk(json);
    }

    private void details(JsonWriter json, FindingDetails details) {
        JsonObject metadata = details.scannerMetadata();
        json.put("category", details.category())
                .put("title", details.title())
                .put("severity", details.severityOrDefault().wire())
                .put("confidence", details.confidenceOrDefault().wire())
                .put("evidence", forViewer ? null : details.evidence())
                .put("remediation", details.remediation())
                .put("source", details.source())
                .put("scanner_metadata_json", forViewer || metadata == null ? JsonValue.EMPTY_JSON_OBJECT : metadata);
    }

    private static void component(JsonWriter json, SoftwareComponent component) {
        json.put("vulnerability_id", component.vulnerabilityId())
                .put("package_ecosystem", component.ecosystem())
                .put("package_name", component.name())
                .put("package_version", component.version())
                .put("fixed_version", component.fixedVersion());
    }

    private void course(JsonWriter json) {
        Acceptance acceptance = finding.acceptance();
        json.put("status", finding.status().wire())
                .put("accepted_risk_at", acceptance.at())
                .put("accepted_risk_expires_at", acceptance.expiresAt())
                .put("accepted_risk_reason", forViewer ? null : acceptance.reason())
                .put("accepted_risk_by", acceptance.by())
                .put("last_job_id", finding.sightings().lastJobId())
                .put("closed_by_job_id", finding.closure().byJobId())
                .put("remediated_at", finding.closure().remediatedAt());
    }

    private JsonWriter risk(JsonWriter json) {
        return json.put("risk_score", risk == null ? null : Integer.valueOf(risk.score()))
                .put("risk_level", risk == null ? null : risk.level())
                .put("risk_factors_json", risk == null ? JsonValue.EMPTY_JSON_OBJECT : risk.factorsJson());
    }
}
