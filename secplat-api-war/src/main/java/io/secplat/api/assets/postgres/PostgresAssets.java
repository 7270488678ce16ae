package io.secplat.api.assets.postgres;

import io.secplat.api.assets.Asset;
import io.secplat.api.assets.AssetFields;
import io.secplat.api.assets.AssetFollower;
import io.secplat.api.assets.Assets;
import io.secplat.api.assets.Verification;
import io.secplat.api.assets.VerificationMethod;
import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.request.Caller;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.SecretSource;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** The table {@code assets}. */
public final class PostgresAssets implements Assets {

    private final Database database;
    private final OutboxTable outbox;
    private final IdSource ids;
    private final SecretSource secrets;
    private final List<AssetFollower> followers;

    public PostgresAssets(
            Database database, OutboxTable outbox, IdSource ids, SecretSource secrets, List<AssetFollower> followers) {
        this.database = database;
        this.outbox = outbox;
        this.ids = ids;
        this.secrets = secrets;
        this.followers = List.copyOf(followers);
    }

    @Override
    public List<Asset> list(int max, int before) {
        return database.read(handle -> AssetStatements.list(handle, max, before));
    }

    @Override
    public Optional<Asset> find(int id) {
        return database.read(handle -> AssetStatements.byId(handle, id));
    }

    @Override
    public Optional<Asset> find(AssetKey key) {
        return database.read(handle -> AssetStatements.byKey(handle, key));
    }

    @Override
    public Optional<Asset> create(AssetFields fields, Caller caller) {
        return database.inTransaction(handle -> {
            Optional<Asset> made = insert(handle, fields);
            made.ifPresent(asset -> saved(handle, asset, "asset.create", described(asset), caller));
            return made;
        });
    }

    @Override
    public Changed change(AssetKey key, UnaryOperator<AssetFields> change, Caller caller) {
        return database.inTransaction(handle -> AssetStatements.lock(handle, key)
                .map(before -> change(handle, before, change.apply(before.fields()), caller))
                .orElseGet(Changed.Unknown::new));
    }

    private Changed change(Handle handle, Asset before, AssetFields fields, Caller caller) {
        if (fields.equals(before.fields())) {
            return new Changed.Nothing();
        }
        Verification verification = before.verification().after(before.fields(), fields, secrets);
        Asset after = AssetStatements.update(handle, before.id(), fields, verification);
        saved(handle, after, "asset.update", AssetChanges.between(before, after), caller);
        return new Changed.To(after);
    }

    @Override
    public Deleted delete(AssetKey key, Caller caller) {
        return database.inTransaction(handle -> AssetStatements.lock(handle, key)
                .map(asset -> delete(handle, asset, caller))
                .orElseGet(Deleted.Unknown::new));
    }

    private Deleted delete(Handle handle, Asset asset, Caller caller) {
        if (!AssetStatements.deleteUnlessNeeded(handle, asset.id())) {
            return new Deleted.StillNeeded();
        }
        AssetKey key = asset.fields().key();
        AuditTable.append(handle, AuditEntry.of(caller, "asset.delete", key.value(), described(asset)));
        outbox.append(handle, List.of(OutboxEntry.removed(key, ids.next(), caller.requestId())));
        return new Deleted.Gone(asset.id());
    }

    @Override
    public Optional<Asset> verified(Asset asset, VerificationMethod method, Instant at, Caller caller) {
        return database.inTransaction(handle -> AssetStatements.lock(
                        handle, asset.fields().key())
                .filter(now -> now.id() == asset.id())
                .filter(now -> now.fields().name().equals(asset.fields().name()))
                .filter(now -> sameToken(now, asset))
                .map(now -> {
                    Verification proven =
                            new Verification(true, method, now.verification().token(), at);
                    Asset after = AssetStatements.update(handle, now.id(), now.fields(), proven);
                    JsonObject details =
                            new JsonWriter().put("method", method.wire()).build();
                    saved(handle, after, "asset.verify", details, caller);
                    return after;
                }));
    }

    @Override
    public int createFirst(List<AssetFields> assets, String requestId) {
        return database.inTransaction(handle -> {
            handle.execute("LOCK TABLE assets IN EXCLUSIVE MODE");
            if (AssetStatements.any(handle)) {
                return 0;
            }
            assets.forEach(fields -> insert(handle, fields).ifPresent(asset -> mirror(handle, asset, requestId)));
            return assets.size();
        });
    }

    private Optional<Asset> insert(Handle handle, AssetFields fields) {
        return AssetStatements.insert(handle, fields, Verification.fresh(fields.type(), secrets));
    }

    private void saved(Handle handle, Asset asset, String action, JsonObject details, Caller caller) {
        AuditTable.append(
                handle, AuditEntry.of(caller, action, asset.fields().key().value(), details));
        mirror(handle, asset, caller.requestId());
        followers.forEach(follower -> follower.saved(asset));
    }

    private void mirror(Handle handle, Asset asset, String requestId) {
        outbox.append(handle, List.of(OutboxEntry.saved(asset.document(), ids.next(), requestId)));
    }

    private static boolean sameToken(Asset now, Asset asked) {
        String token = now.verification().token();
        return token != null && token.equals(asked.verification().token());
    }

    private static JsonObject described(Asset asset) {
        return new JsonWriter()
                .put("asset_id", asset.id())
                .put("type", asset.fields().type().wire())
                .put("name", asset.fields().name())
                .build();
    }
}
