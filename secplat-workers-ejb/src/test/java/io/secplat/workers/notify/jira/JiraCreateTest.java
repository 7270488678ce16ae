package io.secplat.workers.notify.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JiraCreateTest extends JiraBench {

    private JsonObject fields() {
        return jira.issues().get(0).getJsonObject("fields");
    }

    @Test
    void an_issue_is_made_as_the_contract_says() throws Exception {
        assertThat(channel().deliver(created())).isEqualTo(new Delivery.Delivered(reference("SEC-1")));

        assertThat(jira.hits()).singleElement().satisfies(hit -> {
            String basic = FakeJira.EMAIL + ":" + FakeJira.TOKEN;
            assertThat(hit.line()).isEqualTo("POST /issue");
            assertThat(hit.authorization())
                    .isEqualTo("Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        });
        assertThat(fields().getJsonObject("project").getString("key")).isEqualTo("SEC");
        assertThat(fields().getString("summary")).isEqualTo("billing-web is down");
        assertThat(fields().getJsonObject("issuetype").getString("name")).isEqualTo("Task");
    }

    @Test
    void the_description_is_one_paragraph_of_facts() throws Exception {
        assertThat(channel().deliver(created())).isInstanceOf(Delivery.Delivered.class);

        JsonObject document = fields().getJsonObject("description");
        assertThat(document.getString("type")).isEqualTo("doc");
        assertThat(document.getInt("version")).isEqualTo(1);
        assertThat(document.getJsonArray("content")).hasSize(1);
        JsonObject paragraph = document.getJsonArray("content").getJsonObject(0);
        assertThat(paragraph.getString("type")).isEqualTo("paragraph");
        assertThat(paragraph.getJsonArray("content").getValuesAs(JsonObject.class).stream()
                        .filter(node -> node.getString("type").equals("text"))
                        .map(node -> node.getString("text")))
                .containsExactly(
                        "HTTP 503.",
                        "Incident: 42",
                        "Severity: high",
                        "Status: open",
                        "Assets: billing-web, shop",
                        LINK);
    }

    @Test
    void an_issue_carries_the_key_by_which_it_is_found_again() throws Exception {
        assertThat(channel().deliver(created())).isInstanceOf(Delivery.Delivered.class);

        assertThat(fields().getJsonArray("labels").getString(0)).isEqualTo("secplat-0f1e2d3c4b5a6978");
        JsonObject property = jira.issues().get(0).getJsonArray("properties").getJsonObject(0);
        assertThat(property.getString("key")).isEqualTo("secplat");
        assertThat(property.getJsonObject("value").getString("key")).isEqualTo(KEY.toString());
    }

    @Test
    void the_project_of_a_notification_wins() throws Exception {
        JsonObject wish = Json.createObjectBuilder().add("project_key", "ops").build();

        assertThat(channel().deliver(created(notification("incident.created", "t", wish))))
                .isEqualTo(new Delivery.Delivered(reference("OPS-1")));
    }

    @Test
    void a_project_that_is_no_text_is_none() throws Exception {
        JsonObject wish = Json.createObjectBuilder().add("project_key", 7).build();

        assertThat(channel().deliver(created(notification("incident.created", "t", wish))))
                .isEqualTo(new Delivery.Delivered(reference("SEC-1")));
    }

    @Test
    void a_summary_is_one_line_of_at_most_255_characters() throws Exception {
        String title = "über\n" + "a".repeat(249) + "\uD83D\uDD25 and more";

        assertThat(channel().deliver(created(notification("incident.created", title, null))))
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(fields().getString("summary")).isEqualTo("über " + "a".repeat(249) + "…");
    }

    @Test
    void an_outage_may_become_an_issue() throws Exception {
        Parcel outage = new Parcel(new Notice.Outage(List.of("a", "b")), KEY, Optional.empty());

        assertThat(channel().deliver(outage)).isEqualTo(new Delivery.Delivered(reference("SEC-1")));
        assertThat(fields().getString("summary")).isEqualTo("SecPlat alert: 2 asset(s) down: a, b");
    }

    @Test
    void the_recipient_is_the_project() {
        assertThat(channel().recipient()).isEqualTo("jira:SEC");
        assertThat(channel().rate()).isEqualTo(new Rate(5, 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503})
    void a_passing_trouble_is_tried_again(int status) throws Exception {
        jira.answers(FakeJira.Answer.refused(status, Map.of()));

        assertThat(channel().deliver(created())).isEqualTo(new Delivery.TryAgain(Optional.empty()));
        assertThat(jira.hits()).hasSize(1);
    }

    @Test
    void a_wish_of_jira_to_wait_is_passed_on() throws Exception {
        jira.answers(
                FakeJira.Answer.refused(429, Map.of("Retry-After", "7", "X-RateLimit-Reset", "2026-05-04T07:25Z")));
        assertThat(channel().deliver(created())).isEqualTo(new Delivery.TryAgain(Optional.of(Duration.ofSeconds(7))));

        jira.answers(FakeJira.Answer.refused(429, Map.of("X-RateLimit-Reset", "2026-05-04T07:25Z")));
        assertThat(channel().deliver(created())).isEqualTo(new Delivery.TryAgain(Optional.of(Duration.ofMinutes(5))));

        jira.answers(FakeJira.Answer.refused(429, Map.of("X-RateLimit-Reset", "soon")));
        assertThat(channel().deliver(created())).isEqualTo(new Delivery.TryAgain(Optional.empty()));
    }

    @Test
    void jira_rests_when_it_says_that_its_budget_is_spent() throws Exception {
        jira.answers(new FakeJira.Answer(
                true, 200, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "2026-05-04T07:21Z"), true));
        assertThat(channel().deliver(created()))
                .isEqualTo(new Delivery.Delivered(reference("SEC-1"), Optional.of(Duration.ofMinutes(1))));

        jira.answers(new FakeJira.Answer(
                true, 200, Map.of("X-RateLimit-Remaining", "12", "X-RateLimit-Reset", "2026-05-04T07:21Z"), true));
        assertThat(channel().deliver(created())).isEqualTo(new Delivery.Delivered(reference("SEC-2")));

        jira.answers(new FakeJira.Answer(true, 200, Map.of("X-RateLimit-Remaining", "0"), true));
        assertThat(channel().deliver(created())).isEqualTo(new Delivery.Delivered(reference("SEC-3")));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 422})
    void a_refusal_is_final(int status) throws Exception {
        jira.answers(FakeJira.Answer.refused(status, Map.of()));

        assertThat(channel().deliver(created())).isEqualTo(new Delivery.GiveUp());
        assertThat(jira.hits()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void a_gateway_that_gave_up_waiting_leaves_it_open(int status) throws Exception {
        jira.answers(FakeJira.Answer.refused(status, Map.of()));

        assertThat(channel().deliver(created())).isEqualTo(new Delivery.Uncertain());
    }

    @Test
    void an_answer_that_is_lost_leaves_it_open_and_is_found_out_by_the_label() throws Exception {
        jira.answers(hit -> hit.line().equals("POST /issue") ? FakeJira.Answer.hangsUp(true) : FakeJira.Answer.done());

        assertThat(channel().deliver(created())).isEqualTo(new Delivery.Uncertain());
        assertThat(jira.issues()).hasSize(1);
        assertThat(channel().find(created())).isEqualTo(new Lookup.Found(reference("SEC-1")));
        assertThat(jira.hits().get(1).query()).contains("jql=labels = \"secplat-0f1e2d3c4b5a6978\"");
    }

    @Test
    void an_issue_that_was_never_made_is_absent() throws Exception {
        jira.answers(hit -> hit.line().equals("POST /issue") ? FakeJira.Answer.hangsUp(false) : FakeJira.Answer.done());

        assertThat(channel().deliver(created())).isEqualTo(new Delivery.Uncertain());
        assertThat(channel().find(created())).isEqualTo(new Lookup.Absent());
    }

    @Test
    void an_answer_that_comes_late_leaves_it_open() throws Exception {
        jira.isSilent(true);

        assertThat(channel(Map.of("JIRA_TIMEOUT_MS", "300")).deliver(created())).isEqualTo(new Delivery.Uncertain());
        assertThat(jira.issues()).hasSize(1);
    }

    @Test
    void a_jira_that_is_not_there_is_tried_again_and_asked_later() throws Exception {
        Channel channel = channel();
        jira.close();

        assertThat(channel.deliver(created())).isEqualTo(new Delivery.TryAgain(Optional.empty()));
        assertThat(channel.find(created())).isEqualTo(new Lookup.Later(Optional.empty()));
    }

    @Test
    void a_search_that_is_not_to_be_had_now_is_made_later_and_a_refused_one_tells_nothing() throws Exception {
        jira.answers(FakeJira.Answer.refused(503, Map.of("Retry-After", "9")));
        assertThat(channel().find(created())).isEqualTo(Lookup.Later.answered(Optional.of(Duration.ofSeconds(9))));

        jira.answers(FakeJira.Answer.refused(401, Map.of()));
        assertThat(channel().find(created())).isEqualTo(new Lookup.Unknowable());
    }

    @Test
    void half_of_the_settings_names_what_is_missing() {
        assertThatThrownBy(() -> channel(Map.of("JIRA_EMAIL", "", "JIRA_API_TOKEN", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("JIRA_EMAIL, JIRA_API_TOKEN not set");
        assertThatThrownBy(() -> channel(Map.of("JIRA_PROJECT_KEY", "my project")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("JIRA_PROJECT_KEY must be");
    }
}
