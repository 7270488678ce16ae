package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.Severity;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.InMemoryCourier;
import io.secplat.stream.Message;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.RetryPolicy;
import io.secplat.stream.RunningWorker;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.StreamConsumers;
import io.secplat.workers.notify.slack.FakeSlack;
import io.secplat.workers.notify.slack.SlackAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notifier from stream to Slack, with a webhook on loopback and streams in memory. */
@SuppressWarnings("try")
class NotifierTest {

    private static final StreamName NOTIFY = StreamName.NOTIFY;

    private final Clock clock = Clock.systemUTC();
    private final InMemoryCourier courier = new InMemoryCourier(clock);
    private final InMemoryDeliveryLog memory = new InMemoryDeliveryLog();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Journal journal = new Journal("notifier", clock, new PrintStream(printed, true));
    private final RetryPolicy retry = new RetryPolicy(5, Duration.ofMillis(40), Duration.ofMillis(400));
    private final ConsumerSettings settings = ConsumerSettings.DEFAULT
            .withBlock(Duration.ofMillis(20))
            .withClaimIdle(Duration.ofMillis(400))
            .withRetry(retry)
            .withFailureReason(NotifyReasons.DELIVERY_FAILED);
    private FakeSlack slack;

    @BeforeEach
    void open() throws IOException {
        slack = new FakeSlack();
    }

    /** Whatever happens, the webhook's address is in no log and no stream. */
    @AfterEach
    void close() {
        slack.close();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(FakeSlack.SECRET);
        for (StreamName stream : StreamName.values()) {
            assertThat(courier.entries(stream).toString() + courier.deadLetters(stream))
                    .doesNotContain(FakeSlack.SECRET);
        }
    }

    private MessageHandler handler(List<Channel> channels) {
        return NotifyWiring.handler(
                channels, new SteadyDeliveryLog(memory), courier.publisher(), retry, clock, journal);
    }

    private RunningWorker run(Channel... channels) {
        return run(handler(List.of(channels)));
    }

    private RunningWorker run(MessageHandler handler) {
        StreamConsumer.Surroundings surroundings =
                new StreamConsumer.Surroundings(clock, new Random(1), journal, Thread::new);
        return new RunningWorker(new StreamConsumers(courier, surroundings)
                .each(Role.NOTIFIER, ConsumerGroup.NOTIFIERS, "n-" + handler.hashCode(), settings, handler));
    }

    private String outageByHand() {
        return courier.add(NOTIFY, Map.of("type", "down_assets", "down_assets", "[\"printer-3\"]"));
    }

    private void notification(String eventId, String dedupeKey) {
        Notification notification = new Notification(
                "asset.down",
                dedupeKey,
                "billing-web is down",
                "HTTP 503.",
                Severity.HIGH,
                List.of("billing-web"),
                null,
                null,
                List.of(),
                null);
        courier.publisher()
                .publish(List.of(new io.secplat.stream.EventPublisher.Outgoing(
                        NOTIFY, Envelope.of(eventId, notification, clock.instant(), "r-1"))));
    }

    private void awaitSettled() {
        await().until(() -> courier.state(ConsumerGroup.NOTIFIERS).pending() == 0
                && courier.state(ConsumerGroup.NOTIFIERS).lag() == 0
                && !courier.entries(StreamName.DELIVERY).isEmpty());
    }

    private Message deadLetter() {
        await().until(() -> courier.deadLetters(NOTIFY).size() == 1
                && courier.state(ConsumerGroup.NOTIFIERS).pending() == 0);
        return courier.deadLetters(NOTIFY).get(0);
    }

    private List<DeliveryRecorded> deliveries() {
        return courier.entries(StreamName.DELIVERY).stream()
                .map(message -> DeliveryRecorded.from(message.reader()))
                .toList();
    }

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
                .containsExactly("unknown_type:missing", "empty_down_assets", "invalid_notification");
    }

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

    private Duration gap(int n) {
        List<Instant> times = slack.hits().stream().map(FakeSlack.Hit::at).toList();
        return Duration.between(times.get(n - 1), times.get(n));
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

    private record BrokenChannel(List<Notice> asked) implements Channel {

        @Override
        public ChannelName name() {
            return ChannelName.WHATSAPP;
        }

        @Override
        public String recipient() {
            return "whatsapp:+49…4711";
        }

        @Override
        public Delivery deliver(Notice notice) {
            asked.add(notice);
            return new Delivery.TryAgain(Optional.empty());
        }
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
