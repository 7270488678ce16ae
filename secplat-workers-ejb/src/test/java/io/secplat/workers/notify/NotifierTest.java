package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.StreamName;
import io.secplat.stream.Message;
import io.secplat.stream.RunningWorker;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The notifier from stream to Slack, with a webhook on loopback and streams in memory. */
@SuppressWarnings("try")
class NotifierTest extends NotifierBench {

    @Test
    void a_minimal_message_by_hand_reaches_slack() {
        String id = outageByHand();
        try (RunningWorker running = run(slack.channel())) {
            awaitSettled();
        }
        assertThat(slack.bodies()).containsExactly("{\"text\":\"*SecPlat alert:* 1 asset(s) down: printer-3\"}");
        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.sent()).isTrue();
            assertThat(delivery.notificationEventId()).isEqualTo(id);
            assertThat(delivery.kind()).isEqualTo("down_assets");
            assertThat(delivery.dedupeKey()).isNull();
            assertThat(delivery.recipient()).isEqualTo("slack:webhook");
            assertThat(delivery.attempts()).isEqualTo(1);
            assertThat(delivery.assetKeys()).containsExactly("printer-3");
        });
    }

    @Test
    void a_notification_reaches_slack_and_is_recorded() {
        notification("e-1", "asset.down:billing-web:2026-05-04T07:21:00Z");
        try (RunningWorker running = run(slack.channel())) {
            awaitSettled();
        }
        assertThat(slack.bodies()).containsExactly("{\"text\":\"*SecPlat:* billing-web is down\\nHTTP 503.\"}");
        Message record = courier.entries(StreamName.DELIVERY).get(0);
        assertThat(record.fields())
                .containsEntry("event_type", "notify.sent")
                .containsEntry("notification_event_id", "e-1")
                .containsEntry("trace_id", "r-1")
                .containsEntry("severity", "high")
                .containsEntry("channel", "slack");
    }

    @Test
    void without_a_channel_a_message_goes_to_the_dead_letters() {
        String id = outageByHand();
        try (RunningWorker running = run()) {
            assertThat(deadLetter().fields())
                    .containsEntry("error", "no_notification_channels_configured")
                    .containsEntry("retryable", "false")
                    .containsEntry("original_id", id);
        }
    }

    @Test
    void an_unknown_type_goes_to_the_dead_letters() {
        String id = courier.add(NOTIFY, Map.of("type", "bogus"));
        try (RunningWorker running = run(slack.channel())) {
            assertThat(deadLetter().fields())
                    .containsEntry("type", "bogus")
                    .containsEntry("error", "unknown_type:bogus")
                    .containsEntry("original_stream", "secplat.events.notify")
                    .containsEntry("original_id", id)
                    .containsEntry("attempts", "0")
                    .containsEntry("retryable", "false")
                    .containsKey("failed_at");
        }
        assertThat(slack.hits()).isEmpty();
    }

    @Test
    void messages_that_say_nothing_go_to_the_dead_letters() {
        courier.add(NOTIFY, Map.of("foo", "bar"));
        courier.add(NOTIFY, Map.of("type", "down_assets", "down_assets", "[]"));
        courier.add(NOTIFY, Map.of("type", "notification", "title", "no key"));
        try (RunningWorker running = run(slack.channel())) {
            await().until(() -> courier.deadLetters(NOTIFY).size() == 3);
        }
        assertThat(courier.deadLetters(NOTIFY))
                .extracting(letter -> letter.fields().get("error"))
                .containsExactlyInAnyOrder("unknown_type:missing", "empty_down_assets", "invalid_notification");
    }
}
