package io.secplat.workers.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.letter.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackChannelTest {

    private final FakeSlack slack = newSlack();

    private static FakeSlack newSlack() {
        try {
            return new FakeSlack();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        slack.close();
    }

    private static Parcel parcel(Notice notice) {
        return new Parcel(notice, UUID.randomUUID(), Optional.empty());
    }

    private static Parcel told(String title, String body, Integer incident, String link) {
        return parcel(new Notice.Told(new Notification(
                "asset.down", "k", title, body, Severity.HIGH, List.of("a"), incident, link, List.of(), null)));
    }

    @Test
    void an_outage_names_its_assets() throws Exception {
        Delivery delivery = slack.channel().deliver(parcel(new Notice.Outage(List.of("billing-web", "juice-shop"))));

        assertThat(delivery).isEqualTo(new Delivery.Delivered(null));
        assertThat(slack.bodies())
                .containsExactly("{\"text\":\"*SecPlat alert:* 2 asset(s) down: billing-web, juice-shop\"}");
        assertThat(slack.hits().get(0).contentType()).startsWith("application/json");
    }

    @Test
    void a_notification_has_title_body_and_link_on_lines_of_their_own() throws Exception {
        slack.channel()
                .deliver(told(
                        "billing-web is down", "HTTP 503.", null, "https://secplat.example.org/assets/billing-web"));

        assertThat(slack.bodies())
                .containsExactly("{\"text\":\"*SecPlat:* billing-web is down\\nHTTP 503.\\n"
                        + "https://secplat.example.org/assets/billing-web\"}");
    }

    @Test
    void a_notification_without_body_and_link_is_one_line() throws Exception {
        slack.channel().deliver(told("Hello", "", null, null));

        assertThat(slack.bodies()).containsExactly("{\"text\":\"*SecPlat:* Hello\"}");
    }

    @Test
    void a_title_cannot_call_everybody() throws Exception {
        slack.channel().deliver(told("<!channel> & co", "", null, null));

        assertThat(slack.bodies()).containsExactly("{\"text\":\"*SecPlat:* &lt;!channel&gt; &amp; co\"}");
    }

    @Test
    void an_incident_gets_a_button() throws Exception {
        slack.channel().deliver(told("Incident", "", 42, null));

        assertThat(slack.bodies().get(0))
                .startsWith("{\"text\":\"*SecPlat:* Incident\",\"blocks\":[")
                .contains("\"action_id\":\"create_jira\"", "\"value\":\"42\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void a_passing_trouble_is_tried_again(int status) throws Exception {
        slack.answers(status);

        assertThat(slack.channel().deliver(told("t", "", null, null)))
                .isEqualTo(new Delivery.TryAgain(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void a_refusal_is_final(int status) throws Exception {
        slack.answers(status);

        assertThat(slack.channel().deliver(told("t", "", null, null))).isEqualTo(new Delivery.GiveUp());
    }

    @Test
    void the_wish_of_slack_to_wait_is_passed_on() throws Exception {
        slack.answers(n -> new SlackAnswer(429, "3"));

        assertThat(slack.channel().deliver(told("t", "", null, null)))
                .isEqualTo(new Delivery.TryAgain(Optional.of(Duration.ofSeconds(3))));
    }

    @Test
    void a_slack_that_is_not_there_is_tried_again() throws Exception {
        slack.close();

        assertThat(slack.channel().deliver(told("t", "", null, null)))
                .isEqualTo(new Delivery.TryAgain(Optional.empty()));
    }

    @Test
    void a_slack_that_says_nothing_in_time_may_have_accepted() throws Exception {
        slack.answers(n -> {
            try {
                new java.util.concurrent.CountDownLatch(1).await(5, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new SlackAnswer(200, null);
        });
        SlackChannel hasty = new SlackChannel(
                SlackWebhook.at(slack.url(), Duration.ofMillis(200)).orElseThrow(),
                new GuardedSlackCall(),
                java.time.Clock.systemUTC());

        assertThat(hasty.deliver(told("t", "", null, null))).isEqualTo(new Delivery.Uncertain());
    }

    @Test
    void the_address_of_the_webhook_is_never_told() {
        assertThat(slack.webhook().toString()).doesNotContain(FakeSlack.SECRET);
        assertThat(slack.channel().recipient()).isEqualTo("slack:webhook");
        assertThat(SlackHttp.config(Duration.ofMillis(200)).getHttpClientResponseHandlers())
                .isEmpty();
        assertThat(SlackWebhook.at("not a url")).isEmpty();
        assertThat(SlackWebhook.at("ftp://host/x")).isEmpty();
    }
}
