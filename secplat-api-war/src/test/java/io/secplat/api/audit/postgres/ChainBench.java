package io.secplat.api.audit.postgres;

import io.secplat.api.audit.AuditChain;
import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.AuditKeys;
import io.secplat.api.audit.AuditSealer;
import io.secplat.api.audit.AuditVerification;
import io.secplat.api.audit.VerificationReport;
import io.secplat.api.audit.Watermark;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.runtime.Journal;
import io.secplat.runtime.MovingClock;
import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** An audit with one server's sealer, and somebody who owns the database and wants to change the record. */
final class ChainBench {

    final MovingClock clock = new MovingClock();
    final Database database;
    final Rows rows;
    final AuditChain chain;
    final AuditKeys keys;

    private final ByteArrayOutputStream journal = new ByteArrayOutputStream();
    private final Watermark watermark = new Watermark();
    private final AuditSealer sealer;

    ChainBench(Database database, AuditKeys keys) {
        this.database = database;
        this.rows = new Rows(database);
        this.chain = new PostgresAuditChain(database);
        this.keys = keys;
        this.sealer = sealer(chain, watermark);
    }

    ChainBench() {
        this(TestDatabase.fresh(), TestDatabase.AUDIT_KEYS);
    }

    /** A sealer of another server, which has seen nothing yet. */
    AuditSealer anotherSealer(AuditChain store) {
        return sealer(store, new Watermark());
    }

    private AuditSealer sealer(AuditChain store, Watermark memory) {
        Journal lines = new Journal("api", clock, new PrintStream(journal, true, StandardCharsets.UTF_8));
        return new AuditSealer(store, () -> keys, memory, clock, lines);
    }

    /** So many rows, each in a transaction of its own, and all of them in the chain. */
    ChainBench sealed(int count) {
        write(count);
        seal();
        return this;
    }

    void write(int count) {
        for (int n = 1; n <= count; n++) {
            AuditEntry entry = entry(n);
            database.change(handle -> AuditTable.append(handle, entry));
        }
    }

    static AuditEntry entry(int n) {
        return new AuditEntry(
                "asset.update",
                "mira",
                "shop-" + n,
                Json.createObjectBuilder().add("n", n).add("to", 1.50).build(),
                "web-" + n);
    }

    void seal() {
        sealer.run();
    }

    /** Statements of somebody to whom no trigger and no constraint is a hindrance. */
    void tamper(String... statements) {
        database.change(handle -> {
            handle.execute("ALTER TABLE audit_events DISABLE TRIGGER USER");
            handle.execute("ALTER TABLE audit_chain DISABLE TRIGGER USER");
            handle.execute("ALTER TABLE audit_anchors DISABLE TRIGGER USER");
            handle.execute("ALTER TABLE audit_events DROP CONSTRAINT IF EXISTS audit_events_signed");
            handle.execute("DROP INDEX IF EXISTS audit_events_row_uuid");
            handle.execute("DROP INDEX IF EXISTS audit_events_chain_seq");
            for (String statement : statements) {
                handle.execute(statement);
            }
            handle.execute("ALTER TABLE audit_events ENABLE TRIGGER USER");
        });
    }

    VerificationReport verify() {
        return verify("");
    }

    /** With an anchor that was kept elsewhere, or none. */
    VerificationReport verify(String anchor) {
        Optional<Watermark.Mark> kept = anchor.isEmpty() ? Optional.empty() : Watermark.Mark.parse(anchor);
        return new AuditVerification(chain, () -> keys, watermark, Clock.systemUTC()).verify(kept);
    }

    /** What a server finds that was started a moment ago. */
    VerificationReport verifiedByAnotherServer() {
        return new AuditVerification(chain, () -> keys, new Watermark(), Clock.systemUTC()).verify(Optional.empty());
    }

    /** The last place of the chain as the journal tells it. */
    String head() {
        return rows.one("SELECT chain_seq || ':' || chain_mac FROM audit_chain", String.class);
    }

    String journal() {
        return journal.toString(StandardCharsets.UTF_8);
    }
}
