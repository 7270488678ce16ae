package io.secplat.api.alerts;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** An alert as the API lists it; the posture is absent while the record is away. */
public record AlertItem(AlertFacts facts, Optional<AssetStatusDocument> posture, Instant now) {

    public AlertBucket bucket() {
        return facts.state().bucket(facts.quiet().active(), now);
    }

    /** How urgent it is. */
    public EffectiveSeverity severity() {
        return EffectiveSeverity.of(new EffectiveSeverity.Basis(
                facts.asset().map(AlertFacts.Asset::criticality).orElse(null),
                facts.topRiskScore(),
                facts.activeFindings(),
                facts.incidentIds().size(),
                facts.state().suppressed(facts.quiet().active(), now)));
    }

    public JsonObject json() {
        JsonWriter json = new JsonWriter().put("asset_key", facts.state().assetKey());
        asset(json);
        posture(json);
        surroundings(json);
        state(json, facts.state());
        return severity(json, severity()).build();
    }

    private void asset(JsonWriter json) {
        AlertFacts.Asset asset = facts.asset().orElse(null);
        json.put("asset_name", asset == null ? null : asset.name())
                .put("owner", asset == null ? null : asset.owner())
                .put("environment", asset == null ? null : asset.environment())
                .put("criticality", asset == null ? null : asset.criticality())
                .put("asset_type", asset == null ? null : asset.assetType())
                .put("verified", asset != null && asset.verified());
    }

    private void posture(JsonWriter json) {
        AssetStatusDocument document = posture.orElse(null);
        json.put(
                        "posture_status",
                        document == null ? null : document.postureState().wire())
                .put("posture_score", document == null ? null : Integer.valueOf(document.postureScore()))
                .put("reason", document == null ? null : document.reason())
                .put("last_seen", document == null ? null : document.lastSeen())
                .put("staleness_seconds", document == null ? null : Long.valueOf(document.stalenessSeconds()));
    }

    private void surroundings(JsonWriter json) {
        JsonArrayBuilder incidents = Json.createArrayBuilder(facts.incidentIds());
        var window = facts.quiet().window();
        var rule = facts.quiet().rule();
        json.put("active_finding_count", facts.activeFindings())
                .put("top_risk_score", facts.topRiskScore())
                .put("top_risk_level", facts.topRiskLevel())
                .put("open_incident_count", facts.incidentIds().size())
                .put("open_incident_ids", incidents.build())
                .put("open_incident_severities", facts.incidentSeverities())
                .put("maintenance_active", window.isPresent())
                .put(
                        "maintenance_reason",
                        window.flatMap(cause -> Optional.ofNullable(cause.reason()))
                                .orElse(null))
                .put("maintenance_end_at", window.map(cause -> cause.endsAt()).orElse(null))
                .put("suppression_rule_active", rule.isPresent())
                .put(
                        "suppression_reason",
                        rule.flatMap(cause -> Optional.ofNullable(cause.reason()))
                                .orElse(null))
                .put("suppression_end_at", rule.map(cause -> cause.endsAt()).orElse(null));
    }

    private void state(JsonWriter json, AlertState state) {
        AlertState.Ack ack = state.ack();
        json.put("state", bucket().wire())
                .put("ack_reason", ack == null ? null : ack.reason())
                .put("acked_by", ack == null ? null : ack.by())
                .put("acked_at", ack == null ? null : ack.at())
                .put("suppressed_until", state.suppressedUntil())
                .put("assigned_to", state.assignedTo())
                .put("resolved_at", state.resolvedAt())
                .put("updated_at", state.updatedAt())
                .put("flapping", state.flapping());
    }

    private static JsonWriter severity(JsonWriter json, EffectiveSeverity severity) {
        return json.put("effective_severity", severity.level())
                .put("effective_severity_score", severity.score())
                .put("effective_severity_top_drivers", drivers(severity));
    }

    private static JsonArray drivers(EffectiveSeverity severity) {
        JsonArrayBuilder drivers = Json.createArrayBuilder();
        severity.drivers()
                .forEach(driver -> drivers.add(new JsonWriter()
                        .put("code", driver.code())
                        .put("delta", driver.delta())
                        .put("detail", driver.detail())
                        .build()));
        return drivers.build();
    }
}
