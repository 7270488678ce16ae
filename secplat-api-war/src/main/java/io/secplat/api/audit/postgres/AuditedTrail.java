package io.secplat.api.audit.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.DatabaseUnavailableException;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.admin.Act;
import io.secplat.runtime.admin.Trail;

/**
 * What operators did to an API server: a line in its log, always, and a row of the audit. An operation that mends a server must not
 * wait for the database, so while that is away the line is all there is, and another line says so.
 */
public record AuditedTrail(Trail log, Database database, IdSource ids, Journal journal) implements Trail {

    @Override
    public void note(Act act) {
        log.note(act);
        JsonWriter details = new JsonWriter()
                .put("target", act.target())
                .put("arguments", act.arguments())
                .put("status", act.status());
        AuditEntry entry = new AuditEntry(
                "admin." + act.operation(),
                act.operator(),
                null,
                details.build(),
                ids.next().toString());
        try {
            database.change(handle -> AuditTable.append(handle, entry));
        } catch (DatabaseUnavailableException e) {
            journal.error("admin.audit", "failed", e);
        }
    }
}
