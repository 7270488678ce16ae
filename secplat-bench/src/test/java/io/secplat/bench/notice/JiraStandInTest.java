package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The harness's Jira answers the product's own channel as the real one does, in each mood. */
class JiraStandInTest {

    private JiraStandIn jira;
    private Channel channel;

    @BeforeEach
    void open() throws IOException {
        jira = new JiraStandIn(Clock.systemUTC());
        channel = StandInBench.channel(jira);
    }

    @AfterEach
    void close() {
        jira.close();
    }

    private static Parcel created(int number) {
        return StandInBench.parcel(number, "incident.created");
    }

    private static Parcel following(int number, String kind) {
        JsonObject issue = Json.createObjectBuilder().add("issue_key", "SEC-1").build();
        return StandInBench.parcel(number, kind, Optional.of(issue));
    }

    @Test
    void an_issue_is_found_by_its_label_alone() throws Exception {
        assertThat(channel.deliver(created(7))).isInstanceOf(Delivery.Delivered.class);

        assertThat(channel.find(created(7)))
                .isInstanceOfSatisfying(Lookup.Found.class, found -> assertThat(String.valueOf(found.reference()))
                        .contains("\"issue_key\":\"SEC-1\""));
        assertThat(channel.find(created(8))).isInstanceOf(Lookup.Absent.class);
        assertThat(jira.posts()).singleElement().satisfies(post -> {
            assertThat(post.numbers()).containsExactly(7);
            assertThat(post.reference()).isEqualTo("SEC-1");
        });
    }

    @Test
    void who_follows_is_a_comment_in_the_same_issue_and_the_last_one_ends_it() throws Exception {
        assertThat(channel.deliver(created(1))).isInstanceOf(Delivery.Delivered.class);
        assertThat(channel.deliver(following(2, "incident.updated"))).isInstanceOf(Delivery.Delivered.class);
        assertThat(jira.isDone("SEC-1")).isFalse();
        assertThat(channel.find(following(3, "incident.closed"))).isInstanceOf(Lookup.Absent.class);

        assertThat(channel.deliver(following(3, "incident.closed"))).isInstanceOf(Delivery.Delivered.class);

        assertThat(jira.isDone("SEC-1")).isTrue();
        assertThat(channel.find(following(3, "incident.closed"))).isInstanceOf(Lookup.Found.class);
        assertThat(jira.posts()).extracting(Post::thread).containsOnly("SEC-1");
        assertThat(jira.posts()).extracting(post -> post.numbers().get(0)).containsExactly(1, 2, 3);
    }

    @Test
    void who_is_limited_hears_for_how_long_and_nothing_is_taken() throws Exception {
        jira.host().be(Mood.LIMITS);

        assertThat(channel.deliver(created(1))).isEqualTo(new Delivery.TryAgain(Optional.of(Host.RETRY_AFTER)));

        assertThat(jira.posts()).isEmpty();
        assertThat(jira.host().calls()).singleElement().satisfies(call -> assertThat(call.isLimited())
                .isTrue());
    }

    @Test
    void one_that_fails_takes_nothing_and_is_tried_again() throws Exception {
        jira.host().be(Mood.FAILS);

        assertThat(channel.deliver(created(1))).isInstanceOf(Delivery.TryAgain.class);

        assertThat(jira.size()).isZero();
    }

    @Test
    void one_that_loses_answers_has_taken_one_of_two_issues() throws Exception {
        jira.host().be(Mood.LOSES);

        assertThat(channel.deliver(created(1))).isInstanceOf(Delivery.Uncertain.class);
        assertThat(channel.deliver(created(2))).isInstanceOf(Delivery.Uncertain.class);

        assertThat(jira.size()).isEqualTo(1);
    }

    @Test
    void one_that_is_away_is_back_at_the_same_address() throws Exception {
        jira.host().be(Mood.AWAY);
        assertThat(channel.deliver(created(1))).isInstanceOf(Delivery.TryAgain.class);

        jira.host().be(Mood.WELL);

        assertThat(channel.deliver(created(1))).isInstanceOf(Delivery.Delivered.class);
    }

    @Test
    void while_it_is_down_searches_fail_too() throws Exception {
        jira.host().isDown(true);

        assertThat(channel.deliver(created(1))).isInstanceOf(Delivery.TryAgain.class);
        assertThat(channel.find(created(1))).isInstanceOf(Lookup.Later.class);
    }
}
