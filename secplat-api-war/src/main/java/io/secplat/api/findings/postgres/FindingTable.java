package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Finding;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes many findings in one statement, each with its risk at that moment. */
final class FindingTable {

    /** A finding's place after an upsert; created means that nobody had that key before. */
    record Placed(int id, boolean created) {}

    private static final String UPSERT =
            """
            INSERT INTO findings AS f (finding_key, asset_id, time, first_seen, last_seen, category, title, severity,
                   confidence, evidence, remediation, status, source, vulnerability_id, package_ecosystem,
                   package_name, package_version, fixed_version, scanner_metadata_json, risk_score, risk_level,
                   risk_factors_json, last_job_id, closed_by_job_id, remediated_at)
            SELECT r.finding_key, r.asset_id, r.time, r.first_seen, r.last_seen, r.category, r.title, r.severity,
                   r.confidence, r.evidence, r.remediation, r.status, r.source, r.vulnerability_id,
                   r.package_ecosystem, r.package_name, r.package_version, r.fixed_version, r.scanner_metadata_json,
                   r.risk_score, r.risk_level, r.risk_factors_json, r.last_job_id, r.closed_by_job_id,
                   r.remediated_at
            FROM jsonb_populate_recordset(NULL::findings, CAST(:rows AS jsonb)) AS r
            ON CONFLICT (finding_key) WHERE finding_key IS NOT NULL DO UPDATE SET
                   asset_id = excluded.asset_id, last_seen = excluded.last_seen, category = excluded.category,
                   title = excluded.title, severity = excluded.severity, confidence = excluded.confidence,
                   evidence = excluded.evidence, remediation = excluded.remediation, source = excluded.source,
                   vulnerability_id = excluded.vulnerability_id, package_ecosystem = excluded.package_ecosystem,
                   package_name = excluded.package_name, package_version = excluded.package_version,
                   fixed_version = excluded.fixed_version, scanner_metadata_json = excluded.scanner_metadata_json,
                   last_job_id = excluded.last_job_id, status = excluded.status,
                   remediated_at = excluded.remediated_at, closed_by_job_id = excluded.closed_by_job_id,
                   risk_score = excluded.risk_score, risk_level = excluded.risk_level,
                   risk_factors_json = excluded.risk_factors_json
            RETURNING f.finding_id, f.finding_key, (f.xmax = 0) AS created
            """;

    private static final String MOVE =
            """
            UPDATE findings AS f SET status = r.status, remediated_at = r.remediated_at,
                   closed_by_job_id = r.closed_by_job_id, risk_score = r.risk_score, risk_level = r.risk_level,
                   risk_factors_json = r.risk_factors_json, accepted_risk_at = r.accepted_risk_at,
                   accepted_risk_expires_at = r.accepted_risk_expires_at,
                   accepted_risk_reason = r.accepted_risk_reason, accepted_risk_by = r.accepted_risk_by
            FROM jsonb_populate_recordset(NULL::findings, CAST(:rows AS jsonb)) AS r
            WHERE f.finding_id = r.finding_id
            """;

    private FindingTable() {}

    /** Stores reported findings by their keys. */
    static Map<String, Placed> upsert(Handle handle, Collection<Finding> findings, Instant now) {
        Map<String, Placed> placed = new LinkedHashMap<>();
        if (!findings.isEmpty()) {
            handle.createQuery(UPSERT)
                    .bind("rows", FindingJson.rows(findings, now))
                    .map(row -> Map.entry(
                            row.getColumn("finding_key", String.class),
                            new Placed(
                                    row.getColumn("finding_id", Integer.class),
                                    row.getColumn("created", Boolean.class))))
                    .forEach(entry -> placed.put(entry.getKey(), entry.getValue()));
        }
        return placed;
    }

    /** Stores status, acceptance, closure and risk of findings that are there. */
    static void move(Handle handle, Collection<Finding> findings, Instant now) {
        if (!findings.isEmpty()) {
            handle.createUpdate(MOVE)
                    .bind("rows", FindingJson.rows(findings, now))
                    .execute();
        }
    }
}
