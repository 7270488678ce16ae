package io.secplat.api.inbound;

import io.secplat.api.alerts.Alerts;
import io.secplat.api.alerts.postgres.PostgresAlerts;
import io.secplat.api.inbound.postgres.PostgresTakenRequests;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.runtime.MovingClock;
import java.util.List;
import java.util.UUID;

/** Alerts that fire, in a real database. */
final class InboundStage {

    final MovingClock clock = new MovingClock();
    final Database database = TestDatabase.fresh();
    final Rows rows = new Rows(database);
    final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    final Alerts alerts = new PostgresAlerts(database, outbox, UUID::randomUUID, clock);
    final TakenRequests taken = new PostgresTakenRequests(database, clock);

    void fires(String key) {
        rows.website(key);
        rows.run("INSERT INTO alert_states (asset_key, state, is_open, opened_at, notified_down_at) VALUES ('" + key
                + "', 'firing', true, '2026-05-04T07:00:00Z', '2026-05-04T07:00:00Z')");
    }

    /** Asset, and who acknowledged it. */
    List<String> acknowledged() {
        return rows.ask(
                "SELECT asset_key || ' ' || acked_by FROM alert_states WHERE acked_at IS NOT NULL ORDER BY asset_key",
                String.class);
    }

    /** Action, user, asset and request of each row of the audit. */
    List<String> audited() {
        return rows.ask(
                "SELECT concat_ws(' ', action, user_name, asset_key, request_id) FROM audit_events ORDER BY id",
                String.class);
    }
}
