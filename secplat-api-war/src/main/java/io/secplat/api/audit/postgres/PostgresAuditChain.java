package io.secplat.api.audit.postgres;

import io.secplat.api.audit.Anchor;
import io.secplat.api.audit.AuditChain;
import io.secplat.api.audit.ChainHead;
import io.secplat.api.audit.ChainLink;
import io.secplat.api.audit.Signature;
import io.secplat.api.postgres.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** One sealer at a time by an advisory lock, which Postgres lets go by itself when its holder dies. */
public final class PostgresAuditChain implements AuditChain {

    private final Database database;

    public PostgresAuditChain(Database database) {
        this.database = database;
    }

    @Override
    public boolean extend(long afterId, int max, Function<Waiting, Optional<Extension>> pass) {
        return database.inTransaction(handle -> {
            boolean mine = handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtext('secplat.audit.seal'))")
                    .mapTo(Boolean.class)
                    .one();
            if (mine) {
                pass.apply(waiting(handle, afterId, max)).ifPresent(extension -> add(handle, extension));
            }
            return mine;
        });
    }

    private static Waiting waiting(Handle handle, long afterId, int max) {
        boolean begun = handle.createQuery("SELECT EXISTS (SELECT FROM audit_events WHERE chain_seq IS NOT NULL)"
                        + " OR EXISTS (SELECT FROM audit_anchors)")
                .mapTo(Boolean.class)
                .one();
        List<Stored> rows = handle.createQuery(
                        AuditRows.SELECT + " WHERE chain_seq IS NULL AND id > :after ORDER BY id LIMIT :max")
                .bind("after", afterId)
                .bind("max", max)
                .map(AuditRows::stored)
                .list();
        return new Waiting(AuditRows.head(handle), begun, rows);
    }

    private static void add(Handle handle, Extension extension) {
        if (!extension.links().isEmpty()) {
            link(handle, extension.links());
        }
        ChainHead head = extension.head();
        Signature signature = Objects.requireNonNull(head.signature());
        int unused = handle.createUpdate(
                        """
                        UPDATE audit_chain SET chain_seq = :seq, chain_mac = :mac, legacy_open = :open,
                               head_key = :headKey, head_mac = :headMac
                        """)
                .bind("seq", head.seq())
                .bind("mac", head.mac())
                .bind("open", head.legacyOpen())
                .bind("headKey", signature.key())
                .bind("headMac", signature.mac())
                .execute();
    }

    private static void link(Handle handle, Map<Long, ChainLink> links) {
        Collection<ChainLink> values = links.values();
        handle.createUpdate(
                        """
                        UPDATE audit_events e SET chain_seq = l.seq, chain_key = l.key, chain_mac = l.mac
                        FROM unnest(:ids, :seqs, :keys, :macs) AS l (id, seq, key, mac)
                        WHERE e.id = l.id
                        """)
                .bindArray("ids", Long.class, links.keySet().toArray())
                .bindArray(
                        "seqs", Long.class, values.stream().map(ChainLink::seq).toArray())
                .bindArray(
                        "keys",
                        String.class,
                        values.stream().map(link -> link.signature().key()).toArray())
                .bindArray(
                        "macs",
                        String.class,
                        values.stream().map(link -> link.signature().mac()).toArray())
                .execute();
    }

    @Override
    public void anchor(Anchor anchor, Runnable tell) {
        database.change(handle -> {
            int kept = handle.createUpdate(
                            """
                            INSERT INTO audit_anchors (day, chain_seq, chain_mac, anchor_key, anchor_mac)
                            VALUES (:day, :seq, :mac, :key, :anchorMac) ON CONFLICT DO NOTHING
                            """)
                    .bind("day", anchor.day())
                    .bind("seq", anchor.seq())
                    .bind("mac", anchor.mac())
                    .bind("key", anchor.signature().key())
                    .bind("anchorMac", anchor.signature().mac())
                    .execute();
            if (kept > 0) {
                tell.run();
            }
        });
    }

    @Override
    public Optional<ChainHead> head() {
        return database.read(AuditRows::head);
    }

    @Override
    public <T> T atOneMoment(Function<Moment, T> question) {
        return database.read(handle -> handle.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, inner -> question.apply(new PostgresMoment(inner))));
    }
}
