package io.secplat.api.queue.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.queue.DeadLetterDesk.Ledger;
import java.util.function.Consumer;

/** One transaction of the audit. */
public record PostgresLedger(Database database) implements Ledger {

    @Override
    public void keep(Consumer<Consumer<AuditEntry>> work) {
        database.change(handle -> work.accept(entry -> AuditTable.append(handle, entry)));
    }
}
