package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Finding;
import io.secplat.api.findings.FindingReport;
import io.secplat.api.findings.Known;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Asks in one statement for everything that a batch of reports depends on, and locks the findings it names. */
final class KnownFacts {

    private static final String SQL =
            """
            WITH item AS (
                SELECT * FROM jsonb_to_recordset(CAST(:items AS jsonb))
                    AS item (index int, asset_key text, asset_id int, finding_key text)
            ), f AS (
                SELECT * FROM findings WHERE finding_key IN (SELECT finding_key FROM item)
                ORDER BY finding_key FOR UPDATE
            ), quiet AS (
                SELECT scope, scope_value FROM suppression_rules WHERE starts_at <= :now AND ends_at >= :now
                UNION ALL
                SELECT 'asset', asset_key FROM maintenance_windows WHERE start_at <= :now AND end_at >= :now
            )
            SELECT item.index,
                   EXISTS (SELECT FROM quiet WHERE scope = 'all'
                        OR (scope = 'asset' AND scope_value = a.asset_key)
                        OR (scope = 'finding' AND scope_value = item.finding_key)) AS suppressed,
            """
                    + FindingRows.FINDING + ", " + FindingRows.ASSET
                    + """
                     FROM item
                    JOIN assets a ON a.asset_id = CASE WHEN item.asset_key IS NULL THEN item.asset_id
                        ELSE (SELECT named.asset_id FROM assets named WHERE named.asset_key = item.asset_key) END
                    LEFT JOIN f ON f.finding_key = item.finding_key
                    """;

    private KnownFacts() {}

    private record Row(int index, Known known) {}

    /** By the report's index; reports whose asset is unknown are absent. */
    static Map<Integer, Known> of(Handle handle, List<FindingReport> reports, Instant now) {
        Map<Integer, Known> known = new HashMap<>();
        handle.createQuery(SQL)
                .bind("items", items(reports))
                .bind("now", now)
                .map(row -> new Row(row.getColumn("index", Integer.class), known(row)))
                .forEach(row -> known.put(row.index, row.known));
        return known;
    }

    private static Known known(RowView row) {
        Optional<Finding> finding =
                Optional.ofNullable(row.getColumn("finding_id", Integer.class)).map(id -> FindingRows.finding(row));
        return new Known(FindingRows.asset(row), finding, row.getColumn("suppressed", Boolean.class));
    }

    private static String items(List<FindingReport> reports) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (int index = 0; index < reports.size(); index++) {
            FindingReport report = reports.get(index);
            items.add(new JsonWriter()
                    .put("index", index)
                    .put("asset_key", report.assetKey())
                    .put("asset_id", report.assetId())
                    .put("finding_key", report.key())
                    .build());
        }
        return items.build().toString();
    }
}
