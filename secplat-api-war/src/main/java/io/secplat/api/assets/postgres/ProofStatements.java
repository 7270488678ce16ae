package io.secplat.api.assets.postgres;

import io.secplat.api.assets.Asset;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The statements on the proofs in {@code assets}. */
final class ProofStatements {

    private ProofStatements() {}

    /**
     * Assets with a proof made by that moment, the oldest first, held until the transaction ends. Those that somebody else
     * holds are left for another turn.
     *
     * @param condition SQL to add to the condition
     */
    static List<Asset> oldest(Handle handle, String condition, Instant madeBy, int most) {
        return handle.createQuery(
                        "SELECT * FROM assets WHERE verified AND coalesce(verified_at, updated_at) <= :madeBy "
                                + condition
                                + " ORDER BY coalesce(verified_at, updated_at), asset_id LIMIT :most FOR UPDATE SKIP LOCKED")
                .bind("madeBy", madeBy)
                .bind("most", most)
                .map(AssetRows::read)
                .list();
    }

    static void reminded(Handle handle, List<Asset> assets) {
        handle.createUpdate("UPDATE assets SET verification_reminded_of = coalesce(verified_at, updated_at)"
                        + " WHERE asset_id = ANY (:ids)")
                .bindArray("ids", Integer.class, assets.stream().map(Asset::id).toArray())
                .execute();
    }
}
