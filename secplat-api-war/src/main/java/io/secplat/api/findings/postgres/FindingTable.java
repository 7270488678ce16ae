package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Finding;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes many findings in one statement, each with its risk at that moment; tells after the commit that something changed. */
public final class FindingTable {

    /** A finding's place after an upsert; created means that nobody had that key before. */
    record Placed(int id, boolean created) {}

    private static final String COLUMNS =
            """
            finding_key, asset_id, time, first_seen, last_seen, category, title, severity, confidence, evidence,
            remediation, status, source, vulnerability_id, package_ecosystem, package_name, package_version,
            fixed_version, scanner_metadata_json, risk_score, risk_level, risk_factors_json, last_job_id,
            seen_by_job_ids, closed_by_job_id, remediated_at
            """;

    private static final String CHANGES =
            """
            asset_id = new.asset_id, last_seen = new.last_seen, category = new.category, title = new.title,
            severity = new.severity, confidence = new.confidence, evidence = new.evidence,
            remediation = new.remediation, status = new.status, source = new.source,
            vulnerability_id = new.vulnerability_id, package_ecosystem = new.package_ecosystem,
            package_name = new.package_name, package_version = new.package_version,
            fixed_version = new.fixed_version, scanner_metadata_json = new.scanner_metadata_json,
            risk_score = new.risk_score, risk_level = new.risk_level, risk_factors_json = new.risk_factors_json,
            last_job_id = new.last_job_id, seen_by_job_ids = new.seen_by_job_ids,
            closed_by_job_id = new.closed_by_job_id,
            remediated_at = new.remediated_at
            """;

    /**
     * Known rows are updated, not inserted in vain: an insert that meets a conflict uses up an id. An insert that is met by
     * another's at the same moment does nothing, and takes no lock out of turn.
     */
    private static final String UPSERT = "WITH new AS (SELECT * FROM"
            + " jsonb_populate_recordset(NULL::findings, CAST(:rows AS jsonb))), updated AS (UPDATE findings AS f SET "
            + CHANGES
            + " FROM new WHERE f.finding_id = new.finding_id RETURNING f.finding_id, f.finding_key, false AS created),"
            + " inserted AS (INSERT INTO findings AS f (" + COLUMNS + ") SELECT " + COLUMNS
            + " FROM new WHERE new.finding_id = 0"
            + " ON CONFLICT (finding_key) WHERE finding_key IS NOT NULL DO NOTHING"
            + " RETURNING f.finding_id, f.finding_key, true AS created)"
            + " SELECT * FROM updated UNION ALL SELECT * FROM inserted";

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

    private final Runnable changed;

    /** What is to happen after the commit of each change. */
    public FindingTable(Runnable changed) {
        this.changed = changed;
    }

    /** Stores reported findings by their keys; {@link Overtaken} when another has stored one of the new ones meanwhile. */
    Map<String, Placed> upsert(Handle handle, Collection<Finding> findings, Instant now) {
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
            if (placed.size() < findings.size()) {
                throw new Overtaken("another stored the same finding");
            }
            handle.afterCommit(changed);
        }
        return placed;
    }

    /** Stores status, acceptance, closure and risk of findings that are there. */
    void move(Handle handle, Collection<Finding> findings, Instant now) {
        if (!findings.isEmpty()) {
            handle.createUpdate(MOVE)
                    .bind("rows", FindingJson.rows(findings, now))
                    .execute();
            handle.afterCommit(changed);
        }
    }
}
