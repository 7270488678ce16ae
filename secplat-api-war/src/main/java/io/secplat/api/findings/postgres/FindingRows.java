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
import io.secplat.contracts.json.Json;
import io.secplat.contracts.model.Severity;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How a finding and its asset stand in a row. Lists read many rows, so each column is asked for by the driver's own calls. */
final class FindingRows {

    static final String ASSET =
            """
            a.asset_id, a.asset_key, a.name AS asset_name, a.type AS target_type, a.asset_type, a.environment,
            a.criticality, a.verified, a.is_active, a.tags,
            a.metadata -> 'internet_facing' = 'true' AS internet_facing
            """;

    static final String FINDING =
            """
            f.finding_id, f.finding_key, f.time, f.first_seen, f.last_seen, f.category, f.title, f.severity,
            f.confidence, f.evidence, f.remediation, f.status, f.source, f.vulnerability_id, f.package_ecosystem,
            f.package_name, f.package_version, f.fixed_version, f.scanner_metadata_json, f.accepted_risk_at,
            f.accepted_risk_expires_at, f.accepted_risk_reason, f.accepted_risk_by, f.seen_by_job_ids,
            f.closed_by_job_id, f.remediated_at, f.risk_score, f.risk_factors_json
            """;

    static final String SELECT =
            "SELECT " + FINDING + ", " + ASSET + " FROM findings f JOIN assets a ON a.asset_id = f.asset_id ";

    private static final String NOTHING = "{}";

    private FindingRows() {}

    static AssetFacts asset(ResultSet row) throws SQLException {
        return new AssetFacts(
                row.getInt("asset_id"),
                text(row, "asset_key"),
                text(row, "asset_name"),
                text(row, "target_type"),
                text(row, "asset_type"),
                text(row, "environment"),
                text(row, "criticality"),
                row.getBoolean("verified"),
                row.getBoolean("is_active"),
                Set.copyOf(List.of((String[]) elements(row, "tags"))),
                row.getBoolean("internet_facing"));
    }

    /** The finding of a row that holds its asset too. */
    static Finding finding(ResultSet row, StatementContext unused) throws SQLException {
        return new Finding(
                row.getInt("finding_id"),
                row.getString("finding_key"),
                asset(row),
                time(row, "time"),
                details(row),
                FindingStatus.of(text(row, "status")).orElseThrow(),
                new Sightings(time(row, "first_seen"), time(row, "last_seen"), List.of((Integer[])
                        elements(row, "seen_by_job_ids"))),
                acceptance(row),
                new Closure(timeOrNull(row, "remediated_at"), numberOrNull(row, "closed_by_job_id")));
    }

    static Scored scored(ResultSet row, StatementContext context) throws SQLException {
        Integer score = numberOrNull(row, "risk_score");
        return new Scored(finding(row, context), score == null ? null : new RiskScore(score, factors(row)));
    }

    private static Map<String, Integer> factors(ResultSet row) throws SQLException {
        Map<String, Integer> factors = new LinkedHashMap<>();
        JsonObject terms = json(text(row, "risk_factors_json"));
        terms.keySet().forEach(term -> factors.put(term, terms.getInt(term)));
        return factors;
    }

    private static Acceptance acceptance(ResultSet row) throws SQLException {
        return new Acceptance(
                timeOrNull(row, "accepted_risk_at"),
                timeOrNull(row, "accepted_risk_expires_at"),
                row.getString("accepted_risk_reason"),
                row.getString("accepted_risk_by"));
    }

    private static FindingDetails details(ResultSet row) throws SQLException {
        return new FindingDetails(
                text(row, "title"),
                row.getString("category"),
                Severity.of(text(row, "severity")).orElseThrow(),
                Confidence.of(text(row, "confidence")).orElseThrow(),
                row.getString("evidence"),
                row.getString("remediation"),
                row.getString("source"),
                new SoftwareComponent(
                        row.getString("vulnerability_id"),
                        row.getString("package_ecosystem"),
                        row.getString("package_name"),
                        row.getString("package_version"),
                        row.getString("fixed_version")),
                json(text(row, "scanner_metadata_json")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static @Nullable Integer numberOrNull(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(timeOrNull(row, column), column);
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Object elements(ResultSet row, String column) throws SQLException {
        Array array = Objects.requireNonNull(row.getArray(column), column);
        return array.getArray();
    }

    private static JsonObject json(String text) {
        if (text.equals(NOTHING)) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
