package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Findings.Scored;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Findings with their assets, locked until the transaction ends. Assets come first, by id, then findings, by key: everybody
 * who locks both keeps this order, so that nobody waits in a circle; and an asset that is locked cannot change between the
 * score and the commit.
 */
final class HeldFindings {

    private static final String SQL =
            """
            WITH picked AS MATERIALIZED (
                SELECT f.finding_id, f.asset_id FROM findings f WHERE %1$s %2$s
            ), a AS MATERIALIZED (
                SELECT * FROM assets WHERE asset_id IN (SELECT asset_id FROM picked) ORDER BY asset_id FOR SHARE
            ), f AS MATERIALIZED (
                SELECT f.* FROM findings f
                WHERE f.finding_id IN (SELECT finding_id FROM picked) AND %1$s AND (SELECT count(*) FROM a) > 0
                ORDER BY f.finding_key, f.finding_id FOR UPDATE OF f
            )
            SELECT\s"""
                    + FindingRows.FINDING + ", " + FindingRows.ASSET + " FROM f JOIN a ON a.asset_id = f.asset_id";

    private HeldFindings() {}

    /**
     * Those that meet the condition. One that moves to another asset at this moment is left out: whoever moves it scores it.
     *
     * @param condition SQL over {@code f}
     * @param firstOnes SQL that orders and limits, or nothing
     */
    static List<Scored> where(Handle handle, String condition, String firstOnes, Map<String, ?> values) {
        return handle.createQuery(SQL.formatted(condition, firstOnes))
                .bindMap(values)
                .map(FindingRows::scored)
                .list();
    }
}
