package io.secplat.api.incidents.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.incidents.JiraOrders;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.request.Caller;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.Severity;
import io.secplat.runtime.IdSource;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The mark at the incident, the request in the outbox and the audit row in one transaction, alone with the incident. */
public record PostgresJiraOrders(
        Database database, OutboxTable outbox, IdSource ids, Clock clock, Optional<String> websiteUrl)
        implements JiraOrders {

    private static final String KIND = "incident.jira";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String INCIDENT =
            """
            SELECT i.id, i.title, i.severity, i.status, i.metadata ->> 'jira_issue_key' AS issue,
                   ARRAY(SELECT asset_key FROM incident_alerts WHERE incident_id = i.id ORDER BY asset_key) AS assets,
                   coalesce(CAST(i.metadata ->> 'jira_requested_at' AS timestamptz) > :since AND NOT EXISTS (
                       SELECT FROM notification_deliveries
                       WHERE incident_id = i.id AND channel = 'jira' AND status = 'failed'
                         AND occurred_at > CAST(i.metadata ->> 'jira_requested_at' AS timestamptz)), false) AS underway
            FROM incidents i WHERE i.id = :id FOR UPDATE
            """;

    private record Incident(
            int id,
            String title,
            Severity severity,
            String status,
            List<String> assets,
            @Nullable String issue,
            boolean underway) {}

    @Override
    public Order place(int incidentId, String action, Caller caller) {
        Instant now = clock.instant();
        return database.inTransaction(handle -> find(handle, incidentId, now.minus(PATIENCE))
                .<Order>map(incident -> {
                    if (incident.issue != null) {
                        return new Order.Existing(incident.issue);
                    }
                    return incident.underway ? new Order.Underway() : order(handle, incident, action, caller);
                })
                .orElseGet(Order.Unknown::new));
    }

    private Order order(Handle handle, Incident incident, String action, Caller caller) {
        JiraMarks.requested(handle, incident.id, clock.instant());
        outbox.append(handle, List.of(OutboxEntry.of(request(incident), ids.next(), caller.requestId())));
        JsonObject details = new JsonWriter().put("incident_id", incident.id).build();
        AuditTable.append(handle, AuditEntry.of(caller, action, null, details));
        return new Order.Placed();
    }

    /** A stable key, so that the notifier makes no second issue whatever happens here. */
    private Notification request(Incident incident) {
        String site = websiteUrl.map(url -> url.replaceAll("/+$", "")).orElse(null);
        return new Notification(
                KIND,
                KIND + ":" + incident.id,
                incident.title,
                "Incident " + incident.id + ", status " + incident.status + ".",
                incident.severity,
                incident.assets,
                incident.id,
                site == null ? null : site + "/incidents/" + incident.id,
                List.of("jira"),
                JsonObject.EMPTY_JSON_OBJECT);
    }

    private static Optional<Incident> find(Handle handle, int id, Instant since) {
        return handle.createQuery(INCIDENT)
                .bind("id", id)
                .bind("since", since)
                .map(row -> new Incident(
                        row.getColumn("id", Integer.class),
                        row.getColumn("title", String.class),
                        Severity.of(row.getColumn("severity", String.class)).orElse(Severity.MEDIUM),
                        row.getColumn("status", String.class),
                        List.of(row.getColumn("assets", String[].class)),
                        row.getColumn("issue", String.class),
                        row.getColumn("underway", Boolean.class)))
                .findOne();
    }
}
