package io.secplat.workers.notify.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that follow the one that made an issue. */
class JiraFollowTest extends JiraBench {

    private static final String COMMENT = "POST /issue/SEC-1/comment";
    private static final String TRANSITION = "POST /issue/SEC-1/transitions";

    private static FakeJira.Answer unless(boolean trouble, FakeJira.Answer answer) {
        return trouble ? answer : FakeJira.Answer.done();
    }

    @Test
    void an_update_is_a_comment_and_no_new_issue() throws Exception {
        assertThat(channel().deliver(following("incident.updated")))
                .isEqualTo(new Delivery.Delivered(reference("SEC-1")));

        assertThat(jira.issues()).isEmpty();
        assertThat(jira.lines()).containsExactly("GET /issue/SEC-1/comment", COMMENT);
        JsonObject body = jira.comments().get(0).getJsonObject("body");
        assertThat(body.getString("type")).isEqualTo("doc");
        assertThat(body.toString()).contains("billing-web recovered", "HTTP 503.", LINK);
        assertThat(body.getJsonArray("content").getJsonObject(1).toString()).contains("SecPlat " + KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asset.recovered", "incident.closed"})
    void an_end_is_a_comment_and_then_the_transition(String kind) throws Exception {
        assertThat(channel().deliver(following(kind))).isEqualTo(new Delivery.Delivered(reference("SEC-1", "Done")));

        assertThat(jira.status()).isEqualTo("Done");
        assertThat(jira.lines()).containsSubsequence(COMMENT, TRANSITION);
    }

    @Test
    void a_transition_is_found_by_its_own_name_first() throws Exception {
        jira.transitions(List.of(Map.entry("Reject", "done"), Map.entry("done", "Closed")));

        assertThat(channel().deliver(following("asset.recovered")))
                .isEqualTo(new Delivery.Delivered(reference("SEC-1", "Done")));
        assertThat(jira.status()).isEqualTo("Closed");
    }

    @Test
    void an_installation_names_its_own_transition() throws Exception {
        assertThat(channel(Map.of("JIRA_DONE_TRANSITION", "start")).deliver(following("asset.recovered")))
                .isEqualTo(new Delivery.Delivered(reference("SEC-1", "start")));
        assertThat(jira.status()).isEqualTo("In Progress");
    }

    @Test
    void an_issue_without_such_a_transition_is_told_and_no_failure() throws Exception {
        jira.transitions(List.of(Map.entry("Start", "In Progress")));

        assertThat(channel().deliver(following("asset.recovered")))
                .isEqualTo(new Delivery.Delivered(reference("SEC-1", "none")));
        assertThat(jira.comments()).hasSize(1);
    }

    @Test
    void a_transition_that_jira_refuses_is_told_and_no_failure() throws Exception {
        jira.answers(hit -> unless(hit.line().equals(TRANSITION), FakeJira.Answer.refused(400, Map.of())));

        assertThat(channel().deliver(following("asset.recovered")))
                .isEqualTo(new Delivery.Delivered(reference("SEC-1", "refused")));
    }

    @Test
    void a_repeat_after_a_crash_between_comment_and_transition_makes_up_for_the_transition_alone() throws Exception {
        jira.answers(hit -> unless(hit.line().equals(TRANSITION), FakeJira.Answer.refused(503, Map.of())));
        assertThat(channel().deliver(following("asset.recovered"))).isEqualTo(new Delivery.TryAgain(Optional.empty()));
        assertThat(jira.comments()).hasSize(1);
        assertThat(channel().find(following("asset.recovered"))).isEqualTo(new Lookup.Absent());

        jira.answers(FakeJira.Answer.done());
        assertThat(channel().deliver(following("asset.recovered")))
                .isEqualTo(new Delivery.Delivered(reference("SEC-1", "Done")));
        assertThat(jira.comments()).hasSize(1);
        assertThat(jira.status()).isEqualTo("Done");
        assertThat(channel().find(following("asset.recovered")))
                .isEqualTo(new Lookup.Found(reference("SEC-1", "Done")));
    }

    @Test
    void an_issue_that_has_ended_is_not_ended_again() throws Exception {
        assertThat(channel().deliver(following("asset.recovered"))).isInstanceOf(Delivery.Delivered.class);
        assertThat(channel().deliver(following("asset.recovered")))
                .isEqualTo(new Delivery.Delivered(reference("SEC-1", "Done")));

        assertThat(jira.lines().stream().filter(TRANSITION::equals)).hasSize(1);
        assertThat(jira.comments()).hasSize(1);
    }

    @Test
    void a_comment_whose_answer_was_lost_is_found_by_its_key() throws Exception {
        jira.answers(hit -> unless(hit.line().equals(COMMENT), FakeJira.Answer.hangsUp(true)));
        assertThat(channel().find(following("incident.updated"))).isEqualTo(new Lookup.Absent());

        assertThat(channel().deliver(following("incident.updated"))).isEqualTo(new Delivery.Uncertain());
        assertThat(channel().find(following("incident.updated"))).isEqualTo(new Lookup.Found(reference("SEC-1")));
        assertThat(jira.comments()).hasSize(1);
    }

    @Test
    void an_issue_that_is_gone_is_final() throws Exception {
        jira.answers(FakeJira.Answer.refused(404, Map.of()));

        assertThat(channel().deliver(following("incident.updated"))).isEqualTo(new Delivery.GiveUp());
    }
}
