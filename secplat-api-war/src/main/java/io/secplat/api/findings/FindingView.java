package io.secplat.api.findings;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the API shows it; viewers see no evidence, no scanner metadata and no reason of an acceptance. It is written
 * straight into bytes: a page has hundreds of them.
 */
public record FindingView(Finding finding, @Nullable RiskScore risk, boolean forViewer) {

    private static final int USUAL_BYTES = 1_024;

    /** Looked up once: a search for the provider takes longer than a finding. */
    private static final JsonGeneratorFactory JSON = JsonProvider.provider().createGeneratorFactory(Map.of());

    /** A JSON array of them, in UTF-8. */
    static byte[] list(List<FindingView> views) {
        return utf8(USUAL_BYTES * (views.size() + 1), json -> {
            json.writeStartArray();
            views.forEach(view -> view.write(json, members -> {}));
            json.writeEnd();
        });
    }

    /** One JSON object in UTF-8, with what the call adds to it. */
    byte[] with(Consumer<JsonGenerator> more) {
        return utf8(USUAL_BYTES, json -> write(json, more));
    }

    private static byte[] utf8(int usually, Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(usually);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            content.accept(json);
        }
        return bytes.toByteArray();
    }

    /** The members of the contract, and more. */
    private void write(JsonGenerator json, Consumer<JsonGenerator> more) {
        json.writeStartObject();
        json.write("finding_id", finding.id());
        text(json, "finding_key", finding.key());
        json.write("asset_id", finding.asset().assetId());
        json.write("asset_key", finding.asset().assetKey());
        json.write("asset_name", finding.asset().assetName());
        time(json, "time", finding.time());
        time(json, "first_seen", finding.sightings().firstSeen());
        time(json, "last_seen", finding.sightings().lastSeen());
        details(json, finding.details());
        component(json, finding.details().component());
        course(json);
        risk(json);
        more.accept(json);
        json.writeEnd();
    }

    private void details(JsonGenerator json, FindingDetails details) {
        JsonObject metadata = details.scannerMetadata();
        text(json, "category", details.category());
        json.write("title", details.title());
        json.write("severity", details.severityOrDefault().wire());
        json.write("confidence", details.confidenceOrDefault().wire());
        text(json, "evidence", forViewer ? null : details.evidence());
        text(json, "remediation", details.remediation());
        text(json, "source", details.source());
        json.write("scanner_metadata_json", forViewer || metadata == null ? JsonValue.EMPTY_JSON_OBJECT : metadata);
    }

    private static void component(JsonGenerator json, SoftwareComponent component) {
        text(json, "vulnerability_id", component.vulnerabilityId());
        text(json, "package_ecosystem", component.ecosystem());
        text(json, "package_name", component.name());
        text(json, "package_version", component.version());
        text(json, "fixed_version", component.fixedVersion());
    }

    private void course(JsonGenerator json) {
        Acceptance acceptance = finding.acceptance();
        json.write("status", finding.status().wire());
        time(json, "accepted_risk_at", acceptance.at());
        time(json, "accepted_risk_expires_at", acceptance.expiresAt());
        text(json, "accepted_risk_reason", forViewer ? null : acceptance.reason());
        text(json, "accepted_risk_by", acceptance.by());
        number(json, "last_job_id", finding.sightings().lastJobId());
        number(json, "closed_by_job_id", finding.closure().byJobId());
        time(json, "remediated_at", finding.closure().remediatedAt());
    }

    private void risk(JsonGenerator json) {
        number(json, "risk_score", risk == null ? null : Integer.valueOf(risk.score()));
        text(json, "risk_level", risk == null ? null : risk.level());
        json.writeStartObject("risk_factors_json");
        if (risk != null) {
            risk.factors().forEach(json::write);
        }
        json.writeEnd();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNull(name);
        } else {
            json.write(name, value);
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer value) {
        if (value == null) {
            json.writeNull(name);
        } else {
            json.write(name, value);
        }
    }

    private static void time(JsonGenerator json, String name, @Nullable Instant value) {
        text(json, name, value == null ? null : value.toString());
    }
}
