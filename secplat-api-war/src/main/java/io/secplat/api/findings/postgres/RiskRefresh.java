package io.secplat.api.findings.postgres;

import io.secplat.api.findings.Finding;
import io.secplat.api.findings.RiskReview;
import io.secplat.api.postgres.Database;
import java.time.Clock;
import java.util.List;

/** Scores findings anew: those of an asset that changed, or all of them, since age and expiry change by themselves. */
public final class RiskRefresh implements RiskReview {

    private static final int CHUNK = 500;
    private static final String OF_ASSET = " WHERE f.asset_id = :asset ORDER BY f.finding_key FOR UPDATE OF f";
    private static final String AFTER = " WHERE f.finding_id > :last ORDER BY f.finding_id LIMIT :max FOR UPDATE OF f";

    private final Database database;
    private final Clock clock;

    public RiskRefresh(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every finding of that asset, within the transaction that changed it if there is one. */
    public void ofAsset(int assetId) {
        database.change(handle -> {
            List<Finding> findings = handle.createQuery(FindingRows.SELECT + OF_ASSET)
                    .bind("asset", assetId)
                    .map(FindingRows::finding)
                    .list();
            FindingTable.move(handle, findings, clock.instant());
        });
    }

    @Override
    public int all() {
        int total = 0;
        int last = 0;
        List<Finding> chunk;
        do {
            chunk = chunkAfter(last);
            total += chunk.size();
            last = chunk.isEmpty() ? last : chunk.get(chunk.size() - 1).id();
        } while (chunk.size() == CHUNK);
        return total;
    }

    private List<Finding> chunkAfter(int last) {
        return database.inTransaction(handle -> {
            List<Finding> chunk = handle.createQuery(FindingRows.SELECT + AFTER)
                    .bind("last", last)
                    .bind("max", CHUNK)
                    .map(FindingRows::finding)
                    .list();
            FindingTable.move(handle, chunk, clock.instant());
            return chunk;
        });
    }
}
