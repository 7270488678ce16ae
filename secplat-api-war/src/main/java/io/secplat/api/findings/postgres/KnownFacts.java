package io.secplat.api.findings.postgres;

import io.secplat.api.findings.FindingReport;
import io.secplat.api.findings.Known;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Asks in one statement for everything that a batch of reports depends on, and locks the assets and findings it names. */
final class KnownFacts {

    private static final String SQL =
            """
            WITH item AS (
                SELECT * FROM jsonb_to_recordset(CAST(:items AS jsonb))
                    AS item (index int, asset_key text, asset_id int, finding_key text)
            ), a AS MATERIALIZED (
                SELECT * FROM assets WHERE asset_key = ANY (:assetKeys) OR asset_id = ANY (:assetIds)
                ORDER BY asset_id FOR SHARE
            ), f AS MATERIALIZED (
                SELECT * FROM findings WHERE finding_key = ANY (:findingKeys) AND (SELECT count(*) FROM a) > 0
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
                    LEFT JOIN a named ON named.asset_key = item.asset_key
                    JOIN a ON a.asset_id = CASE WHEN item.asset_key IS NULL THEN item.asset_id ELSE named.asset_id END
                    LEFT JOIN f ON f.finding_key = item.finding_key
                    """;

    private KnownFacts() {}

    private record Row(int index, Known known) {}

    /** By the report's index; reports whose asset is unknown are absent. */
    static Map<Integer, Known> of(Handle handle, List<FindingReport> reports, Instant now) {
        Map<Integer, Known> known = new HashMap<>();
        handle.createQuery(SQL)
                .bind("items", items(reports))
                .bindArray("assetKeys", String.class, distinct(reports, FindingReport::assetKey))
                .bindArray("assetIds", Integer.class, distinct(reports, FindingReport::assetId))
                .bindArray("findingKeys", String.class, distinct(reports, FindingReport::key))
                .bind("now", now)
                .map((row, context) -> new Row(row.getInt("index"), known(row, context)))
                .forEach(row -> known.put(row.index, row.known));
        return known;
    }

    private static Known known(ResultSet row, StatementContext context) throws SQLException {
        boolean isKnown = row.getObject("finding_id") != null;
        return new Known(
                FindingRows.asset(row),
                isKnown ? Optional.of(FindingRows.finding(row, context)) : Optional.empty(),
                row.getBoolean("suppressed"));
    }

    private static Object[] distinct(List<FindingReport> reports, Function<FindingReport, @Nullable Object> member) {
        return reports.stream().map(member).filter(Objects::nonNull).distinct().toArray();
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
