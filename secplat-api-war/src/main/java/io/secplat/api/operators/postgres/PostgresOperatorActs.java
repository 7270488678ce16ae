package io.secplat.api.operators.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.operators.OperatorActs;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.event.EventFields;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.OperatorAct;
import io.secplat.contracts.event.OperatorAct.Ending;
import io.secplat.contracts.json.JsonWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A row for each act in the table {@code operator_acts}; the row of the audit comes in the transaction that ends it. */
public record PostgresOperatorActs(Database database) implements OperatorActs {

    private static final String ASKED =
            """
            INSERT INTO operator_acts (act_id, act) VALUES (:id, :act) ON CONFLICT DO NOTHING
            """;

    private static final String ACTED =
            """
            INSERT INTO operator_acts AS known (act_id, act, status) VALUES (:id, :act, :status)
            ON CONFLICT (act_id) DO UPDATE SET status = EXCLUDED.status
            WHERE known.status IS NULL OR known.status = 'unknown'
            """;

    private static final String GIVEN_UP =
            """
            UPDATE operator_acts SET status = 'unknown'
            WHERE status IS NULL AND recorded_at < now() - make_interval(secs => :seconds)
            RETURNING act::text
            """;

    private static final String PURGE =
            """
            DELETE FROM operator_acts
            WHERE status IS NOT NULL AND recorded_at < now() - make_interval(secs => :seconds)
            """;

    @Override
    public void record(Collection<OperatorAct> acts) {
        if (!acts.isEmpty()) {
            database.change(handle -> acts.forEach(act -> record(handle, act)));
        }
    }

    private static void record(Handle handle, OperatorAct act) {
        UUID id = UUID.fromString(act.actId());
        Ending ending = act.ending();
        if (ending == null) {
            handle.createUpdate(ASKED).bind("id", id).bind("act", act.payload()).execute();
            return;
        }
        int ended = handle.createUpdate(ACTED)
                .bind("id", id)
                .bind("act", act.payload())
                .bind("status", ending.status())
                .execute();
        if (ended == 1) {
            audit(handle, act, ending);
        }
    }

    @Override
    public int giveUp(Duration patience) {
        return database.inTransaction(handle -> {
            List<String> lost = handle.createQuery(GIVEN_UP)
                    .bind("seconds", patience.toSeconds())
                    .mapTo(String.class)
                    .list();
            lost.forEach(act -> audit(handle, read(act), new Ending("unknown", "")));
            return lost.size();
        });
    }

    @Override
    public int purge(Duration age) {
        return database.inTransaction(handle ->
                handle.createUpdate(PURGE).bind("seconds", age.toSeconds()).execute());
    }

    private static OperatorAct read(String payload) {
        return OperatorAct.from(new EventFields(Map.of(FieldNames.PAYLOAD, payload)));
    }

    private static void audit(Handle handle, OperatorAct act, Ending ending) {
        JsonWriter details = new JsonWriter()
                .put("server", act.server())
                .put("target", act.target())
                .put("arguments", act.arguments())
                .put("status", ending.status())
                .put("answer", ending.answer());
        AuditTable.append(
                handle, new AuditEntry("admin." + act.operation(), act.operator(), null, details.build(), act.actId()));
    }
}
