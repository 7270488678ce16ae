package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Finding;
import io.secplat.api.findings.Findings.Scored;
import io.secplat.api.findings.RiskReview;
import io.secplat.api.postgres.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Scores findings anew: those of an asset that changed, and those whose age or acceptance changed them. Only scores that
 * differ are written, a chunk in each transaction; what remains to be done is seen in the rows, so that an end in the
 * middle loses nothing.
 */
public final class RiskRefresh implements RiskReview {

    private static final int CHUNK = 500;
    private static final String AFTER = " WHERE f.finding_id > :last ORDER BY f.finding_id LIMIT " + CHUNK;
    private static final String THESE = "f.finding_id = ANY (CAST(:ids AS int[]))";
    private static final String EXPIRED =
            """
            f.status = 'accepted_risk' AND f.accepted_risk_expires_at < :now
              AND NOT jsonb_exists(f.risk_factors_json, 'acceptance_expired')
            """;

    private final Database database;
    private final FindingTable table;
    private final Clock clock;

    public RiskRefresh(Database database, FindingTable table, Clock clock) {
        this.database = database;
        this.table = table;
        this.clock = clock;
    }

    /** Every finding of that asset, within the transaction that changed it if there is one. */
    public void ofAsset(int assetId) {
        database.change(handle ->
                rescore(handle, HeldFindings.where(handle, "f.asset_id = :asset", "", Map.of("asset", assetId))));
    }

    @Override
    public int all() {
        int changed = 0;
        int last = 0;
        List<Scored> chunk;
        do {
            chunk = chunkAfter(last);
            changed += these(chunk.stream().filter(this::differs).toList());
            last = chunk.isEmpty()
                    ? last
                    : chunk.get(chunk.size() - 1).finding().id();
        } while (chunk.size() == CHUNK);
        return changed;
    }

    @Override
    public int expiredAcceptances() {
        int total = 0;
        int chunk;
        do {
            chunk = database.inTransaction(handle -> rescore(
                    handle,
                    HeldFindings.where(
                            handle,
                            EXPIRED,
                            "ORDER BY f.accepted_risk_expires_at LIMIT " + CHUNK,
                            Map.of("now", clock.instant()))));
            total += chunk;
        } while (chunk == CHUNK);
        return total;
    }

    private List<Scored> chunkAfter(int last) {
        return database.read(handle -> handle.createQuery(FindingRows.SELECT + AFTER)
                .bind("last", last)
                .map(FindingRows::scored)
                .list());
    }

    private int these(List<Scored> stale) {
        if (stale.isEmpty()) {
            return 0;
        }
        Integer[] ids = stale.stream().map(scored -> scored.finding().id()).toArray(Integer[]::new);
        return database.inTransaction(
                handle -> rescore(handle, HeldFindings.where(handle, THESE, "", Map.of("ids", ids))));
    }

    private int rescore(Handle handle, List<Scored> held) {
        List<Finding> changed =
                held.stream().filter(this::differs).map(Scored::finding).toList();
        table.move(handle, changed, clock.instant());
        return changed.size();
    }

    private boolean differs(Scored scored) {
        Instant now = clock.instant();
        return !scored.finding().risk(now).equals(scored.risk());
    }
}
