package io.secplat.api.notifications;

import io.secplat.api.notifications.Deliveries.Recorded;
import io.secplat.api.request.Cursor;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** One page of deliveries; viewers do not see who got them. */
record DeliveryPage(List<Recorded> found, int limit, boolean forViewer) {

    static Optional<Long> place(QueryValues query) {
        return query.cursor(1).flatMap(parts -> {
            try {
                return Optional.of(Long.valueOf(parts.get(0)));
            } catch (NumberFormatException e) {
                query.violation("cursor", "cursor", "cursor is not a cursor of this list");
                return Optional.empty();
            }
        });
    }

    /** The page, given one delivery more than it shows if there are more. */
    JsonObject json() {
        List<Recorded> shown = found.subList(0, Math.min(limit, found.size()));
        JsonArrayBuilder items = Json.createArrayBuilder();
        shown.forEach(recorded -> items.add(item(recorded)));
        String next = found.size() > limit
                ? Cursor.encode(Long.toString(shown.get(limit - 1).id()))
                : null;
        return new JsonWriter()
                .put("items", items.build())
                .put("next_cursor", next)
                .build();
    }

    private JsonObject item(Recorded recorded) {
        DeliveryRecorded delivery = recorded.delivery();
        return new JsonWriter()
                .put("id", recorded.id())
                .put("kind", delivery.kind())
                .put("title", delivery.title())
                .put("severity", delivery.severity())
                .put("channel", delivery.channel())
                .put("recipient", forViewer ? null : delivery.recipient())
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
}
