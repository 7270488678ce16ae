package io.secplat.api.assets.postgres;

import io.secplat.api.assets.AgingProofs;
import io.secplat.api.assets.Asset;
import io.secplat.api.assets.AssetFollower;
import io.secplat.api.assets.ProofTale;
import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.runtime.IdSource;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** One keeper at a time by an advisory lock, which Postgres lets go by itself when its holder dies. */
public final class PostgresAgingProofs implements AgingProofs {

    private static final String TURN = "SELECT pg_try_advisory_xact_lock(hashtext('secplat.verification'))";

    private final Database database;
    private final OutboxTable outbox;
    private final IdSource ids;
    private final ProofTale tale;
    private final List<AssetFollower> followers;

    public PostgresAgingProofs(
            Database database, OutboxTable outbox, IdSource ids, ProofTale tale, List<AssetFollower> followers) {
        this.database = database;
        this.outbox = outbox;
        this.ids = ids;
        this.tale = tale;
        this.followers = List.copyOf(followers);
    }

    @Override
    public int expire(Instant madeBy, int most) {
        return inTurn("", madeBy, most, (handle, ended) -> {
            String requestId = ids.next().toString();
            ended.forEach(asset -> takeBack(handle, asset, requestId));
            tell(handle, tale.expired(ended), requestId);
        });
    }

    @Override
    public int remind(Instant madeBy, int most) {
        String notYet = "AND verification_reminded_of IS DISTINCT FROM coalesce(verified_at, updated_at)";
        return inTurn(notYet, madeBy, most, (handle, ending) -> {
            ProofStatements.reminded(handle, ending);
            tell(handle, tale.expiring(ending), ids.next().toString());
        });
    }

    private int inTurn(String condition, Instant madeBy, int most, BiConsumer<Handle, List<Asset>> work) {
        return database.inTransaction(handle -> {
            boolean mine = handle.createQuery(TURN).mapTo(Boolean.class).one();
            List<Asset> found = mine ? ProofStatements.oldest(handle, condition, madeBy, most) : List.of();
            if (!found.isEmpty()) {
                work.accept(handle, found);
            }
            return found.size();
        });
    }

    private void takeBack(Handle handle, Asset asset, String requestId) {
        Asset after = AssetStatements.update(
                handle, asset.id(), asset.fields(), asset.verification().expired());
        JsonWriter details = new JsonWriter().put("verified_at", asset.provenAt());
        String key = asset.fields().key().value();
        AuditTable.append(handle, new AuditEntry("asset.verification_expire", null, key, details.build(), requestId));
        outbox.append(handle, List.of(OutboxEntry.saved(after.document(), ids.next(), requestId)));
        followers.forEach(follower -> follower.saved(after));
    }

    private void tell(Handle handle, Notification notice, String requestId) {
        outbox.append(handle, List.of(OutboxEntry.of(notice, ids.next(), requestId)));
    }
}
