package io.secplat.api.notifications.postgres;

import io.secplat.api.incidents.postgres.JiraMarks;
import io.secplat.api.notifications.Deliveries;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DeliveryStatus;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** One row for each event; those of one read are stored in one statement. */
public final class PostgresDeliveries implements Deliveries {

    private static final String INSERT =
            """
            INSERT INTO notification_deliveries (event_id, notification_event_id, dedupe_key, kind, title, severity,
                   channel, recipient, status, attempts, error, external_ref, asset_keys, incident_id, occurred_at,
                   reason, route, group_event_id)
            SELECT r.event_id, r.notification_event_id, r.dedupe_key, r.kind, r.title, r.severity, r.channel,
                   r.recipient, r.status, r.attempts, r.error, r.external_ref, r.asset_keys, r.incident_id,
                   r.occurred_at, r.reason, r.route, r.group_event_id
            FROM jsonb_populate_recordset(NULL::notification_deliveries, CAST(:rows AS jsonb)) AS r
            ON CONFLICT (event_id) DO NOTHING
            """;

    private final Database database;

    public PostgresDeliveries(Database database) {
        this.database = database;
    }

    @Override
    public void record(Collection<Announced> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        JsonArrayBuilder rows = Json.createArrayBuilder();
        deliveries.forEach(announced -> rows.add(row(announced)));
        database.change(handle -> {
            int unused = handle.createUpdate(INSERT)
                    .bind("rows", rows.build().toString())
                    .execute();
            deliveries.forEach(announced -> markIssue(handle, announced.delivery()));
        });
    }

    /** Shows an issue that was created at the incident it is for. */
    private static void markIssue(Handle handle, DeliveryRecorded delivery) {
        JsonObject reference = delivery.externalRef();
        Integer incident = delivery.incidentId();
        if (delivery.sent() && reference != null && incident != null && reference.containsKey("issue_key")) {
            JiraMarks.issued(handle, incident, reference.getString("issue_key", ""), reference.getString("url", ""));
        }
    }

    @Override
    public List<Recorded> page(Filter filter, int limit, Optional<Long> below) {
        StringBuilder where = new StringBuilder(" WHERE true");
        Map<String, Object> values = new LinkedHashMap<>();
        filter.assetKey().ifPresent(key -> {
            where.append(" AND asset_keys @> CAST(ARRAY[:asset] AS text[])");
            values.put("asset", key);
        });
        equal(where, values, "incident_id", filter.incidentId().orElse(null));
        equal(where, values, "channel", filter.channel().orElse(null));
        equal(where, values, "status", filter.status().orElse(null));
        below.ifPresent(id -> {
            where.append(" AND id < :below");
            values.put("below", id);
        });
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM notification_deliveries" + where + " ORDER BY id DESC LIMIT :limit")
                .bindMap(values)
                .bind("limit", limit)
                .map(PostgresDeliveries::recorded)
                .list());
    }

    private static void equal(StringBuilder where, Map<String, Object> values, String column, @Nullable Object wanted) {
        if (wanted != null) {
            where.append(" AND ").append(column).append(" = :").append(column);
            values.put(column, wanted);
        }
    }

    private static JsonObject row(Announced announced) {
        DeliveryRecorded delivery = announced.delivery();
        return new JsonWriter()
                .put("event_id", announced.eventId().toString())
                .put("notification_event_id", delivery.notificationEventId())
                .put("dedupe_key", delivery.dedupeKey())
                .put("kind", delivery.kind())
                .put("title", delivery.title())
                .put("severity", delivery.severity())
                .put("channel", delivery.channel())
                .put("recipient", delivery.recipient())
                .put("status", delivery.status().wire())
                .put("attempts", delivery.attempts())
                .put("error", delivery.error())
                .put("external_ref", delivery.externalRef() == null ? JsonValue.NULL : delivery.externalRef())
                .put("asset_keys", delivery.assetKeys())
                .put("incident_id", delivery.incidentId())
                .put("occurred_at", delivery.occurredAt())
                .put("reason", delivery.reason())
                .put("route", delivery.route())
                .put("group_event_id", delivery.groupEventId())
                .build();
    }

    private static Recorded recorded(RowView row) {
        return new Recorded(
                row.getColumn("id", Long.class),
                new DeliveryRecorded(
                        DeliveryStatus.of(row.getColumn("status", String.class)).orElseThrow(),
                        row.getColumn("notification_event_id", String.class),
                        row.getColumn("dedupe_key", String.class),
                        row.getColumn("kind", String.class),
                        row.getColumn("title", String.class),
                        row.getColumn("severity", String.class),
                        row.getColumn("channel", String.class),
                        row.getColumn("recipient", String.class),
                        List.of(row.getColumn("asset_keys", String[].class)),
                        row.getColumn("incident_id", Integer.class),
                        row.getColumn("attempts", Integer.class),
                        row.getColumn("error", String.class),
                        row.getColumn("external_ref", JsonObject.class),
                        row.getColumn("occurred_at", Instant.class),
                        row.getColumn("reason", String.class),
                        row.getColumn("route", String.class),
                        row.getColumn("group_event_id", String.class)));
    }
}
