package io.secplat.api.incidents.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.incidents.JiraOrders;
import io.secplat.api.incidents.JiraOrders.Order;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.runtime.MovingClock;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresJiraOrdersTest {

    private static final Caller U1 = new Caller("slack:U1", AccessRole.ANALYST, "req-1");

    private final MovingClock clock = new MovingClock();
    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final JiraOrders orders = new PostgresJiraOrders(
            database,
            new OutboxTable(new OutboxSignal()),
            UUID::randomUUID,
            clock,
            Optional.of("https://secplat.example.org/"));

    @BeforeEach
    void an_incident() {
        rows.run("INSERT INTO incidents (id, title, severity) VALUES (7, 'Outage of the shop', 'high')");
        rows.run("INSERT INTO incident_alerts (incident_id, asset_key) VALUES (7, 'shop')");
    }

    @Test
    void an_issue_is_asked_for_by_a_message_to_jira_alone() {
        assertThat(place(7)).isEqualTo(new Order.Placed());

        JsonObject asked = rows.published("notify.requested").get(0);
        assertThat(asked.getJsonArray("channels")).hasToString("[\"jira\"]");
        assertThat(asked.getString("title")).isEqualTo("Outage of the shop");
        assertThat(asked.getString("dedupe_key")).isEqualTo("incident.jira:7");
        assertThat(asked.getInt("incident_id")).isEqualTo(7);
        assertThat(asked.getString("link")).isEqualTo("https://secplat.example.org/incidents/7");
        assertThat(asked.getJsonArray("asset_keys")).hasToString("[\"shop\"]");
        assertThat(rows.ask("SELECT action || ' ' || user_name || ' ' || request_id FROM audit_events", String.class))
                .containsExactly("integration.slack.create_jira slack:U1 req-1");
    }

    @Test
    void nobody_asks_twice_while_the_answer_is_not_there() {
        place(7);
        clock.advance(Duration.ofMinutes(9));
        assertThat(place(7)).isEqualTo(new Order.Underway());
        assertThat(rows.published("notify.requested")).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        assertThat(place(7)).isEqualTo(new Order.Placed());
    }

    @Test
    void one_that_failed_can_be_asked_for_again_at_once() {
        place(7);
        rows.run("INSERT INTO notification_deliveries (event_id, channel, status, incident_id, occurred_at)"
                + " VALUES (gen_random_uuid(), 'jira', 'failed', 7, '2026-05-04T07:20:05Z')");

        assertThat(place(7)).isEqualTo(new Order.Placed());
    }

    @Test
    void an_incident_has_one_issue_at_most() {
        database.change(handle -> JiraMarks.issued(handle, 7, "SEC-12", "https://jira.example.org/browse/SEC-12"));

        assertThat(place(7)).isEqualTo(new Order.Existing("SEC-12"));
        assertThat(rows.published("notify.requested")).isEmpty();
        assertThat(rows.audited()).isEmpty();
    }

    @Test
    void an_incident_that_is_not_there_has_none() {
        assertThat(place(8)).isEqualTo(new Order.Unknown());
    }

    private Order place(int incident) {
        return orders.place(incident, "integration.slack.create_jira", U1);
    }
}
