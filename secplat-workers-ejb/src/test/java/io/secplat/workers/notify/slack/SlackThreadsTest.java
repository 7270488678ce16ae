package io.secplat.workers.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Delivery;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackThreadsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T07:31:00Z"), ZoneOffset.UTC);

    private final FakeSlackApi slack = new FakeSlackApi();
    private final Channel channel = slack.channel("#ops", CLOCK);

    @AfterEach
    void close() {
        slack.close();
    }

    private JsonObject outage(String... assets) throws InterruptedException {
        return SlackParcels.reference(channel.deliver(SlackParcels.down(assets)));
    }

    private String blocks(JsonObject message) {
        return slack.channels().message(message.getString("ts")).blocks().toString();
    }

    @Test
    void what_follows_is_told_in_the_thread() throws Exception {
        JsonObject outage = outage("billing-web");

        JsonObject reply = SlackParcels.reference(channel.deliver(
                SlackParcels.parcel(SlackParcels.down("billing-web").notice(), outage)));

        assertThat(slack.channels().message(reply.getString("ts")).threadTs()).isEqualTo(outage.getString("ts"));
        assertThat(slack.requests("chat.postMessage").get(1).argument("channel"))
                .isEqualTo(FakeSlackChannels.ID);
        assertThat(slack.requests("chat.update")).isEmpty();
    }

    @Test
    void a_recovery_marks_the_outage_as_over() throws Exception {
        JsonObject outage = outage("billing-web");

        Delivery delivery = channel.deliver(SlackParcels.recovered(outage, "billing-web"));

        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        assertThat(SlackParcels.reference(delivery)).isNotEqualTo(outage);
        assertThat(blocks(outage))
                .contains(
                        ":white_check_mark: HIGH: billing-web is down",
                        "HTTP 503.",
                        ":white_check_mark: Up again at <!date^1777879860^{date_num} {time}|2026-05-04 07:31 UTC>")
                .doesNotContain("action_id");
        assertThat(slack.channels().message(outage.getString("ts")).text())
                .isEqualTo(":white_check_mark: *SecPlat:* billing-web is down\nHTTP 503.");
    }

    @Test
    void an_outage_of_which_a_part_lasts_is_not_over() throws Exception {
        JsonObject outage = outage("billing-web", "juice-shop");

        Delivery first = channel.deliver(SlackParcels.recovered(outage, "billing-web"));

        assertThat(first).isInstanceOf(Delivery.Delivered.class);
        assertThat(blocks(outage))
                .contains("\"HIGH: billing-web is down\"", "Up again at", "\"value\":\"[\\\"juice-shop\\\"]\"");

        Delivery last = channel.deliver(SlackParcels.recovered(outage, "juice-shop"));

        assertThat(last).isInstanceOf(Delivery.Delivered.class);
        assertThat(blocks(outage))
                .contains(":white_check_mark: HIGH: billing-web is down")
                .doesNotContain("action_id");
    }

    @Test
    void an_outage_that_shows_its_end_is_not_changed_again() throws Exception {
        JsonObject outage = outage("billing-web");
        Delivery first = channel.deliver(SlackParcels.recovered(outage, "billing-web"));
        Delivery second = channel.deliver(SlackParcels.recovered(outage, "billing-web"));

        assertThat(first).isInstanceOf(Delivery.Delivered.class);
        assertThat(second).isInstanceOf(Delivery.Delivered.class);
        assertThat(slack.requests("chat.update")).hasSize(1);
    }

    @Test
    void without_leave_to_read_the_recovery_takes_the_outages_place() throws Exception {
        JsonObject outage = outage("billing-web");
        slack.refuses("conversations.replies", "missing_scope");

        Delivery delivery = channel.deliver(SlackParcels.recovered(outage, "billing-web"));

        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        assertThat(blocks(outage))
                .contains(":white_check_mark: billing-web is up", "2026-05-04 07:31 UTC")
                .doesNotContain("action_id");
    }

    @Test
    void an_update_that_fails_is_no_failure_of_the_delivery() throws Exception {
        JsonObject outage = outage("billing-web");
        slack.refuses("chat.update", "cant_update_message");
        assertThat(channel.deliver(SlackParcels.recovered(outage, "billing-web")))
                .isInstanceOf(Delivery.Delivered.class);

        slack.answers("chat.update", new FakeSlackApi.Answer.IsLost());
        assertThat(channel.deliver(SlackParcels.recovered(outage, "billing-web")))
                .isInstanceOf(Delivery.Delivered.class);

        slack.says("chat.update", 503, Map.of("Retry-After", "0"), "");
        assertThat(channel.deliver(SlackParcels.recovered(outage, "billing-web")))
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(slack.requests("chat.update")).hasSize(3);
        assertThat(blocks(outage)).contains("ack_alert");
    }

    @Test
    void a_slack_that_asks_for_time_when_the_outage_is_to_be_changed_gets_it_afterwards() throws Exception {
        JsonObject outage = outage("billing-web");
        slack.says("chat.update", 429, Map.of("Retry-After", "7"), "{\"ok\":false,\"error\":\"ratelimited\"}");
        assertThat(channel.deliver(SlackParcels.recovered(outage, "billing-web")))
                .isInstanceOfSatisfying(Delivery.Delivered.class, delivered -> assertThat(delivered.rest())
                        .contains(Duration.ofSeconds(7)));

        slack.says("conversations.replies", 429, Map.of("Retry-After", "9"), "");
        assertThat(channel.deliver(SlackParcels.recovered(outage, "billing-web")))
                .isInstanceOfSatisfying(Delivery.Delivered.class, delivered -> assertThat(delivered.rest())
                        .contains(Duration.ofSeconds(9)));
        assertThat(slack.requests("chat.update")).hasSize(1);
    }

    @Test
    void who_is_to_end_meanwhile_has_delivered_and_ends_then() throws Exception {
        JsonObject outage = outage("billing-web");
        Thread worker = Thread.currentThread();
        slack.answers("conversations.replies", request -> {
            worker.interrupt();
            return new FakeSlackApi.Answer.IsLost();
        });

        Delivery delivery = channel.deliver(SlackParcels.recovered(outage, "billing-web"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        assertThat(slack.requests("chat.update")).isEmpty();
    }

    @Test
    void nothing_is_updated_for_a_reply_that_was_not_accepted() throws Exception {
        JsonObject outage = outage("billing-web");
        slack.refuses("chat.postMessage", "ratelimited");

        assertThat(channel.deliver(SlackParcels.recovered(outage, "billing-web")))
                .isInstanceOf(Delivery.TryAgain.class);
        assertThat(slack.requests("chat.update")).isEmpty();
    }

    @Test
    void a_reply_whose_thread_is_gone_is_a_message_of_its_own() throws Exception {
        JsonObject outage = outage("billing-web");
        slack.channels().removeAll();

        Delivery delivery = channel.deliver(SlackParcels.recovered(outage, "billing-web"));

        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        assertThat(slack.channels().messages()).singleElement().satisfies(message -> assertThat(message.threadTs())
                .isEmpty());
        assertThat(slack.requests("chat.update")).isEmpty();
    }

    @Test
    void a_reference_that_is_not_slacks_starts_a_message_of_its_own() throws Exception {
        JsonObject jira = jakarta.json.Json.createObjectBuilder()
                .add("issue_key", "SEC-1")
                .build();

        assertThat(channel.deliver(SlackParcels.recovered(jira, "billing-web"))).isInstanceOf(Delivery.Delivered.class);
        assertThat(slack.methods()).containsExactly("chat.postMessage");
    }
}
