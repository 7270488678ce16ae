package io.secplat.api.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.incidents.postgres.PostgresJiraOrders;
import io.secplat.api.problem.ProblemException;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackDeskTest {

    private final InboundStage stage = new InboundStage();
    private final SlackDesk desk = new SlackDesk(
            stage.alerts,
            new PostgresJiraOrders(stage.database, stage.outbox, UUID::randomUUID, stage.clock, Optional.empty()),
            stage.taken);

    @Test
    void a_click_acknowledges_the_alerts_of_its_button() {
        stage.fires("shop");
        stage.fires("billing-web");

        assertThat(desk.take("v0=1", click("ack_alert", "[\"billing-web\",\"shop\",\"shop\"]"), "req-1"))
                .contains("<@U123> acknowledged billing-web, shop.");
        assertThat(stage.acknowledged()).containsExactly("billing-web slack:U123", "shop slack:U123");
        assertThat(stage.audited())
                .containsExactly("alert.ack slack:U123 billing-web req-1", "alert.ack slack:U123 shop req-1");
    }

    @Test
    void what_cannot_be_acknowledged_is_told_and_holds_up_no_other() {
        stage.fires("shop");
        stage.rows.website("calm");

        assertThat(desk.take("v0=1", click("ack_alert", "[\"calm\",\"gone\",\"<!channel>\",\"shop\"]"), "req-1"))
                .contains("<@U123> acknowledged shop. Not acknowledged: calm (The asset has no open alert),"
                        + " gone (Asset not found), one that is no asset.");
    }

    @Test
    void the_same_signed_call_has_no_second_effect() {
        stage.fires("shop");
        String payload = click("ack_alert", "[\"shop\"]");

        assertThat(desk.take("v0=1", payload, "req-1")).isPresent();
        assertThat(desk.take("v0=1", payload, "req-2")).isEmpty();
        assertThat(stage.audited()).hasSize(1);
    }

    @Test
    void a_click_that_came_to_nothing_may_come_again() {
        stage.fires("shop");
        stage.rows.run("ALTER TABLE alert_states RENAME TO alert_states_away");
        assertThatThrownBy(() -> desk.take("v0=1", click("ack_alert", "[\"shop\"]"), "req-1"))
                .isInstanceOf(RuntimeException.class);
        stage.rows.run("ALTER TABLE alert_states_away RENAME TO alert_states");

        assertThat(desk.take("v0=1", click("ack_alert", "[\"shop\"]"), "req-1")).contains("<@U123> acknowledged shop.");
    }

    @Test
    void calls_are_remembered_for_thirty_days() {
        assertThat(stage.taken.take("a")).isTrue();
        stage.clock.advance(Duration.ofDays(29));
        assertThat(stage.taken.take("a")).isFalse();
        stage.clock.advance(Duration.ofDays(2));
        assertThat(stage.taken.take("b")).isTrue();
        assertThat(stage.rows.ask("SELECT request_key FROM inbound_requests", String.class))
                .containsExactly("b");
    }

    @Test
    void a_click_asks_for_a_jira_issue_and_answers_nothing() {
        stage.rows.run("INSERT INTO incidents (id, title) VALUES (12, 'Outage')");

        assertThat(desk.take("v0=1", click("create_jira", "12"), "req-1")).isEmpty();
        JsonObject asked = stage.rows.published("notify.requested").get(0);
        assertThat(asked.getInt("incident_id")).isEqualTo(12);
        assertThat(stage.audited()).containsExactly("integration.slack.create_jira slack:U123 req-1");
        assertThat(desk.take("v0=2", click("create_jira", "12"), "req-2"))
                .contains("Jira: an issue for incident 12 is being created.");
        assertThat(stage.rows.published("notify.requested")).hasSize(1);
    }

    @Test
    void an_incident_that_is_not_there_is_told() {
        assertThat(desk.take("v0=1", click("create_jira", "99"), "r")).contains("Jira: there is no incident 99.");
        assertThat(desk.take("v0=2", click("create_jira", "x"), "r")).contains("Jira: the button names no incident.");
    }

    @Test
    void buttons_of_others_have_no_effect() {
        assertThat(desk.take("v0=1", click("open_link", "x"), "req-1")).isEmpty();
        assertThat(stage.audited()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"user\":{\"id\":\"../..\"}}", "{\"user\":7}"})
    void what_slack_does_not_send_is_malformed(String payload) {
        assertThatThrownBy(() -> desk.take("v0=1", payload, "req-1")).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "[1]", "{}", "[\"a\"],\"x\":[", "[[\"a\"]]"})
    void a_button_without_a_list_of_assets_acknowledges_nothing(String value) {
        desk.take("v0=1", click("ack_alert", value), "req-1");

        assertThat(stage.audited()).isEmpty();
    }

    private static String click(String action, String value) {
        JsonObject button =
                new JsonWriter().put("action_id", action).put("value", value).build();
        return new JsonWriter()
                .put("type", "block_actions")
                .put("user", new JsonWriter().put("id", "U123").build())
                .put("actions", Json.createArrayBuilder().add(button).build())
                .build()
                .toString();
    }
}
