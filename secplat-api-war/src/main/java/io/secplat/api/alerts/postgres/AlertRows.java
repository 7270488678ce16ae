package io.secplat.api.alerts.postgres;

import io.secplat.api.alerts.AlertState;
import io.secplat.api.alerts.AlertState.Ack;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** How an alert's state stands in a row. */
final class AlertRows {

    private static final String UPSERT =
            """
            WITH old AS (SELECT asset_key, state FROM alert_states WHERE asset_key = ANY (:keys))
            INSERT INTO alert_states AS s (asset_key, state, ack_reason, acked_by, acked_at, suppressed_until, assigned_to,
                   resolved_at, updated_at, is_open, opened_at, recovered_at, change_at, flapping, notified_down_at,
                   notified_flapping_at)
            SELECT r.asset_key, r.state, r.ack_reason, r.acked_by, r.acked_at, r.suppressed_until, r.assigned_to,
                   r.resolved_at, r.updated_at, r.is_open, r.opened_at, r.recovered_at, r.change_at, r.flapping,
                   r.notified_down_at, r.notified_flapping_at
            FROM jsonb_populate_recordset(NULL::alert_states, CAST(:rows AS jsonb)) AS r
            ON CONFLICT (asset_key) DO UPDATE SET state = excluded.state, ack_reason = excluded.ack_reason,
                   acked_by = excluded.acked_by, acked_at = excluded.acked_at,
                   suppressed_until = excluded.suppressed_until, assigned_to = excluded.assigned_to,
                   resolved_at = excluded.resolved_at, updated_at = excluded.updated_at, is_open = excluded.is_open,
                   opened_at = excluded.opened_at, recovered_at = excluded.recovered_at,
                   change_at = excluded.change_at, flapping = excluded.flapping,
                   notified_down_at = excluded.notified_down_at,
                   notified_flapping_at = excluded.notified_flapping_at,
                   escalation_step = CASE WHEN excluded.notified_down_at IS DISTINCT FROM s.notified_down_at THEN 0
                       ELSE s.escalation_step END
            RETURNING s.asset_key, s.state, (SELECT old.state FROM old WHERE old.asset_key = s.asset_key) AS before
            """;

    private AlertRows() {}

    /** Waits until nobody else decides about these assets; the order of keys keeps two passes from a deadlock. */
    static void lock(Handle handle, Collection<String> keys) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtext('secplat.alert.' || key)) IS NULL"
                        + " FROM unnest(:keys) AS key")
                .bindArray("keys", String.class, keys.stream().sorted().toArray())
                .mapTo(Boolean.class)
                .list();
    }

    static Map<String, AlertState> of(Handle handle, Collection<String> keys) {
        Map<String, AlertState> states = new HashMap<>();
        handle.createQuery("SELECT * FROM alert_states WHERE asset_key = ANY (:keys)")
                .bindArray("keys", String.class, keys.toArray())
                .map(AlertRows::state)
                .forEach(state -> states.put(state.assetKey(), state));
        return states;
    }

    /** Stores the states; which assets are kept quiet decides under which name. Returns those that have another name now. */
    static List<AlertNews> save(Handle handle, Collection<AlertState> states, Set<String> quiet, Instant now) {
        if (states.isEmpty()) {
            return List.of();
        }
        JsonArrayBuilder rows = Json.createArrayBuilder();
        states.forEach(state -> rows.add(row(state, quiet.contains(state.assetKey()), now)));
        return handle
                .createQuery(UPSERT)
                .bindArray(
                        "keys",
                        String.class,
                        states.stream().map(AlertState::assetKey).toArray())
                .bind("rows", rows.build().toString())
                .map(AlertNews::of)
                .list()
                .stream()
                .filter(AlertNews::isNews)
                .toList();
    }

    static AlertState state(RowView row) {
        return new AlertState(
                row.getColumn("asset_key", String.class),
                ack(row),
                row.getColumn("suppressed_until", Instant.class),
                row.getColumn("assigned_to", String.class),
                row.getColumn("resolved_at", Instant.class),
                row.getColumn("updated_at", Instant.class),
                row.getColumn("is_open", Boolean.class),
                row.getColumn("opened_at", Instant.class),
                row.getColumn("recovered_at", Instant.class),
                row.getColumn("change_at", Instant.class),
                row.getColumn("flapping", Boolean.class),
                row.getColumn("notified_down_at", Instant.class),
                row.getColumn("notified_flapping_at", Instant.class));
    }

    private static @Nullable Ack ack(RowView row) {
        Instant at = row.getColumn("acked_at", Instant.class);
        String by = row.getColumn("acked_by", String.class);
        return at == null ? null : new Ack(row.getColumn("ack_reason", String.class), by == null ? "" : by, at);
    }

    private static JsonObject row(AlertState state, boolean quiet, Instant now) {
        Ack ack = state.ack();
        return new JsonWriter()
                .put("asset_key", state.assetKey())
                .put("state", state.bucket(quiet, now).wire())
                .put("ack_reason", ack == null ? null : ack.reason())
                .put("acked_by", ack == null ? null : ack.by())
                .put("acked_at", ack == null ? null : ack.at())
                .put("suppressed_until", state.suppressedUntil())
                .put("assigned_to", state.assignedTo())
                .put("resolved_at", state.resolvedAt())
                .put("updated_at", now)
                .put("is_open", state.open())
                .put("opened_at", state.openedAt())
                .put("recovered_at", state.recoveredAt())
                .put("change_at", state.changeAt())
                .put("flapping", state.flapping())
                .put("notified_down_at", state.notifiedDownAt())
                .put("notified_flapping_at", state.notifiedFlappingAt())
                .build();
    }
}
