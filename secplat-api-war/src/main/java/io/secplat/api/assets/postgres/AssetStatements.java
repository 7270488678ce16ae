package io.secplat.api.assets.postgres;

import io.secplat.api.assets.Asset;
import io.secplat.api.assets.AssetFields;
import io.secplat.api.assets.Verification;
import io.secplat.contracts.model.AssetKey;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements on {@code assets}. */
final class AssetStatements {

    private AssetStatements() {}

    static List<Asset> list(Handle handle, int max, int before) {
        return handle.createQuery("SELECT * FROM assets WHERE asset_id < :before ORDER BY asset_id DESC LIMIT :max")
                .bind("before", before)
                .bind("max", max)
                .map(AssetRows::read)
                .list();
    }

    static Optional<Asset> byId(Handle handle, int id) {
        return handle.createQuery("SELECT * FROM assets WHERE asset_id = :id")
                .bind("id", id)
                .map(AssetRows::read)
                .findOne();
    }

    static Optional<Asset> byKey(Handle handle, AssetKey key) {
        return handle.createQuery("SELECT * FROM assets WHERE asset_key = :key")
                .bind("key", key.value())
                .map(AssetRows::read)
                .findOne();
    }

    /** The asset, held until the transaction ends. */
    static Optional<Asset> lock(Handle handle, AssetKey key) {
        return handle.createQuery("SELECT * FROM assets WHERE asset_key = :key FOR UPDATE")
                .bind("key", key.value())
                .map(AssetRows::read)
                .findOne();
    }

    static boolean any(Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM assets)")
                .mapTo(Boolean.class)
                .one();
    }

    /** Empty when the key is taken. */
    static Optional<Asset> insert(Handle handle, AssetFields fields, Verification verification) {
        return AssetRows.bind(
                        handle.createQuery(
                                """
                                INSERT INTO assets (asset_key, type, name, owner, owner_team, owner_email, asset_type,
                                    environment, criticality, verified, verification_method, verification_token,
                                    verified_at, address, port, is_active, tags, metadata, probe)
                                VALUES (:key, :type, :name, :owner, :ownerTeam, :ownerEmail, :assetType,
                                    :environment, :criticality, :verified, :method, :token,
                                    :verifiedAt, :address, :port, :active, :tags, :metadata, :probe)
                                ON CONFLICT (asset_key) DO NOTHING
                                RETURNING *
                                """),
                        fields,
                        verification)
                .map(AssetRows::read)
                .findOne();
    }

    static Asset update(Handle handle, int id, AssetFields fields, Verification verification) {
        return AssetRows.bind(
                        handle.createQuery(
                                """
                                UPDATE assets SET type = :type, name = :name, owner = :owner,
                                    owner_team = :ownerTeam, owner_email = :ownerEmail, asset_type = :assetType,
                                    environment = :environment, criticality = :criticality, verified = :verified,
                                    verification_method = :method, verification_token = :token,
                                    verified_at = :verifiedAt, address = :address, port = :port,
                                    is_active = :active, tags = :tags, metadata = :metadata, probe = :probe,
                                    updated_at = now()
                                WHERE asset_id = :id AND asset_key = :key
                                RETURNING *
                                """),
                        fields,
                        verification)
                .bind("id", id)
                .map(AssetRows::read)
                .one();
    }

    /** False when findings or jobs refer to it; the foreign keys hold what comes at the same moment. */
    static boolean deleteUnlessNeeded(Handle handle, int id) {
        return handle.createUpdate(
                                """
                                DELETE FROM assets a WHERE asset_id = :id
                                  AND NOT EXISTS (SELECT 1 FROM findings WHERE asset_id = a.asset_id)
                                  AND NOT EXISTS (SELECT 1 FROM scan_jobs WHERE target_asset_id = a.asset_id)
                                """)
                        .bind("id", id)
                        .execute()
                == 1;
    }
}
