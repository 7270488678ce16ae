package io.secplat.api.audit.postgres;

import io.secplat.api.audit.Anchor;
import io.secplat.api.audit.AuditChain.Moment;
import io.secplat.api.audit.AuditChain.Stored;
import io.secplat.api.audit.AuditChain.Totals;
import io.secplat.api.audit.ChainHead;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The audit within one transaction that sees one snapshot. */
record PostgresMoment(Handle handle) implements Moment {

    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

    @Override
    public Optional<ChainHead> head() {
        return AuditRows.head(handle);
    }

    @Override
    public Totals totals() {
        return handle.createQuery("SELECT count(*) AS n, count(chain_seq) AS sealed,"
                        + " count(*) FILTER (WHERE row_mac IS NULL) AS legacy FROM audit_events")
                .map(row -> new Totals(
                        row.getColumn("n", Long.class),
                        row.getColumn("sealed", Long.class),
                        row.getColumn("legacy", Long.class)))
                .one();
    }

    @Override
    public List<Stored> sealed(long afterSeq, int max) {
        return rows(" WHERE chain_seq > :after ORDER BY chain_seq, id LIMIT :max", afterSeq, max);
    }

    @Override
    public List<Stored> unsealed(long afterId, int max) {
        return rows(" WHERE chain_seq IS NULL AND id > :after ORDER BY id LIMIT :max", afterId, max);
    }

    private List<Stored> rows(String which, long after, int max) {
        return handle.createQuery(AuditRows.SELECT + which)
                .bind("after", after)
                .bind("max", max)
                .map(AuditRows::stored)
                .list();
    }

    @Override
    public Optional<Stored> at(long seq) {
        return handle.createQuery(AuditRows.SELECT + " WHERE chain_seq = :seq ORDER BY id LIMIT 1")
                .bind("seq", seq)
                .map(AuditRows::stored)
                .findFirst();
    }

    @Override
    public List<Anchor> anchors(LocalDate after, int max) {
        Query query = handle.createQuery("SELECT * FROM audit_anchors WHERE day > :after ORDER BY day LIMIT :max");
        return query.bind("after", after.isBefore(BEFORE_ALL) ? BEFORE_ALL : after)
                .bind("max", max)
                .map(AuditRows::anchor)
                .list();
    }

    @Override
    public Optional<Long> repeated() {
        return handle.createQuery(
                        """
                        SELECT max(id) AS id FROM audit_events WHERE row_uuid IS NOT NULL
                        GROUP BY row_uuid HAVING count(*) > 1 ORDER BY min(id) LIMIT 1
                        """)
                .mapTo(Long.class)
                .findFirst();
    }
}
