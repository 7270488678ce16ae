package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.Message;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.letter.Notice;
import io.secplat.workers.notify.slack.SlackAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The notifier from stream to Slack, with a webhook on loopback and streams in memory. */
@SuppressWarnings("try")
class NotifierFailureTest extends NotifierBench {

    @Test
    void a_failing_slack_is_tried_six_times_with_growing_delays() {
        slack.answers(500);
        notification("e-1", "k");
        try (RunningWorker running = run(slack.channel())) {
            assertThat(deadLetter().fields())
                    .containsEntry("error", "notification_delivery_failed")
                    .containsEntry("attempts", "5")
                    .containsEntry("retryable", "true")
                    .containsEntry("channel", "slack")
                    .containsEntry("channels", "[\"slack\"]")
                    .containsEntry("event_id", "e-1");
        }
        assertThat(slack.hits()).hasSize(6);
        assertThat(gap(5)).isGreaterThan(gap(1));
        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.sent()).isFalse();
            assertThat(delivery.error()).isEqualTo("notification_delivery_failed");
            assertThat(delivery.attempts()).isEqualTo(6);
        });
    }

    @Test
    void slack_may_ask_for_time() {
        slack.answers(n -> n == 1 ? new SlackAnswer(429, "1") : new SlackAnswer(200, null));
        outageByHand();
        try (RunningWorker running = run(slack.channel())) {
            awaitSettled();
            await().until(() -> slack.hits().size() == 2);
            awaitSettled();
        }
        assertThat(gap(1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.sent()).isTrue();
            assertThat(delivery.attempts()).isEqualTo(2);
            assertThat(delivery.notificationEventId()).isEqualTo("1-0");
        });
    }

    @Test
    void a_refusal_is_final_at_once() {
        slack.answers(404);
        notification("e-1", "k");
        try (RunningWorker running = run(slack.channel())) {
            assertThat(deadLetter().fields())
                    .containsEntry("error", "notification_rejected")
                    .containsEntry("retryable", "false")
                    .containsEntry("attempts", "0");
        }
        assertThat(slack.hits()).hasSize(1);
        assertThat(deliveries()).singleElement().satisfies(delivery -> assertThat(delivery.sent())
                .isFalse());
    }

    @Test
    void a_dead_letter_of_the_only_channel_is_the_message_as_it_came() {
        slack.answers(404);
        outageByHand();
        try (RunningWorker running = run(slack.channel())) {
            assertThat(deadLetter().fields())
                    .containsOnlyKeys(
                            "type",
                            "down_assets",
                            "channel",
                            "original_stream",
                            "original_id",
                            "error",
                            "retryable",
                            "attempts",
                            "failed_at");
        }
    }

    @Test
    void each_channel_succeeds_or_fails_by_itself() {
        List<Notice> asked = new CopyOnWriteArrayList<>();
        notification("e-1", "k");
        try (RunningWorker running = run(slack.channel(), new BrokenChannel(asked))) {
            assertThat(deadLetter().fields()).containsEntry("channel", "whatsapp");
        }
        assertThat(slack.hits()).hasSize(1);
        assertThat(asked).hasSize(6);
        assertThat(deliveries())
                .extracting(delivery -> delivery.channel() + " " + delivery.sent())
                .containsExactlyInAnyOrder("slack true", "whatsapp false");
    }

    @Test
    void the_same_key_is_told_once() {
        notification("e-1", "k");
        notification("e-2", "k");
        notification("e-3", "other");
        try (RunningWorker running = run(slack.channel())) {
            await().until(() -> slack.hits().size() == 2);
            awaitSettled();
        }
        assertThat(slack.hits()).hasSize(2);
        assertThat(deliveries())
                .filteredOn(DeliveryRecorded::sent)
                .extracting(DeliveryRecorded::notificationEventId)
                .containsExactly("e-1", "e-3");
    }

    @Test
    void a_crash_after_the_acceptance_was_recorded_sends_nothing_twice() throws Exception {
        notification("e-1", "k");
        MessageHandler whole = handler(List.of(slack.channel()));
        RunningWorker first = run(message -> {
            whole.handle(message);
            throw new InterruptedException("killed before the acknowledgement");
        });
        await().until(() -> !first.isAlive());
        assertThat(courier.state(ConsumerGroup.NOTIFIERS).pending()).isEqualTo(1);

        try (RunningWorker second = run(slack.channel())) {
            awaitSettled();
        }
        assertThat(slack.hits()).hasSize(1);
        assertThat(courier.entries(StreamName.DELIVERY).stream()
                        .map(Message::eventId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_memory_that_is_away_makes_nobody_hear_it_twice() {
        notification("e-1", "k");
        slack.answers(n -> {
            memory.away(true);
            return new SlackAnswer(200, null);
        });
        try (RunningWorker running = run(slack.channel())) {
            await().until(() -> slack.hits().size() == 1);
            await().until(() -> printed.toString(StandardCharsets.UTF_8).contains("paused"));
            memory.away(false);
            awaitSettled();
        }
        assertThat(slack.hits()).hasSize(1);
        assertThat(deliveries()).hasSize(1);
    }
}
