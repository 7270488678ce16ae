package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.NotificationDivided;
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
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.letter.Notice;
import io.secplat.workers.notify.pipeline.NotifyFigures;
import io.secplat.workers.notify.pipeline.NotifyReasons;
import io.secplat.workers.notify.pipeline.deliver.InMemoryDeliveryLog;
import io.secplat.workers.notify.pipeline.group.GroupRules;
import io.secplat.workers.notify.pipeline.limit.InMemoryGate;
import io.secplat.workers.notify.pipeline.order.InMemoryLaggards;
import io.secplat.workers.notify.route.RoutePlan;
import io.secplat.workers.notify.slack.FakeSlack;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A notifier on a courier in memory, with a Slack that is not real. */
@SuppressWarnings("try")
class NotifierBench {

    static final StreamName NOTIFY = StreamName.NOTIFY;

    final Clock clock = Clock.systemUTC();
    final InMemoryCourier courier = new InMemoryCourier(clock);
    final InMemoryDeliveryLog memory = new InMemoryDeliveryLog();
    final InMemoryGate gate = new InMemoryGate(clock);
    final InMemoryLaggards laggards = new InMemoryLaggards();
    volatile RoutePlan plan = RoutePlan.DEFAULT;
    NotifyFigures figures = NotifyFigures.NONE;
    GroupRules groups = new GroupRules(Duration.ZERO, Duration.ZERO);
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    final Journal journal = new Journal("notifier", clock, new PrintStream(printed, true));
    int mostInHand = 1_000;
    static final int RETRIES = 5;
    final RetryPolicy retry = new RetryPolicy(RETRIES, Duration.ofMillis(40), Duration.ofMillis(400));
    final ConsumerSettings settings = ConsumerSettings.DEFAULT
            .withBlock(Duration.ofMillis(20))
            .withClaimIdle(Duration.ofMillis(400))
            .withHoldLimit(5_000)
            .withConcurrency(8)
            .alone()
            .withRetry(retry)
            .withFailureReason(NotifyReasons.DELIVERY_FAILED);
    FakeSlack slack;

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

    MessageHandler handler(List<Channel> channels) {
        return notifier(channels).handler();
    }

    Notifier notifier(List<Channel> channels) {
        return new Notifier(
                channels,
                () -> plan,
                new Notifier.Memory(memory, gate, laggards),
                new Notifier.Rules(retry, groups, Duration.ofMillis(50), mostInHand),
                new Notifier.Surroundings(courier.publisher(), clock, journal, figures, NotifierBench::daemon));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "notifier-helper");
        thread.setDaemon(true);
        return thread;
    }

    RunningWorker run(Channel... channels) {
        return run(handler(List.of(channels)));
    }

    RunningWorker run(MessageHandler handler) {
        StreamConsumer.Surroundings surroundings =
                new StreamConsumer.Surroundings(clock, new Random(1), journal, Thread::new);
        return new RunningWorker(new StreamConsumers(courier, surroundings)
                .each(Role.NOTIFIER, ConsumerGroup.NOTIFIERS, "n-" + handler.hashCode(), settings, handler));
    }

    String outageByHand() {
        return courier.add(NOTIFY, Map.of("type", "down_assets", "down_assets", "[\"printer-3\"]"));
    }

    void notification(String eventId, String dedupeKey) {
        publish(
                eventId,
                new Notification(
                        "asset.down",
                        dedupeKey,
                        "billing-web is down",
                        "HTTP 503.",
                        Severity.HIGH,
                        List.of("billing-web"),
                        null,
                        null,
                        List.of(),
                        null));
    }

    /** About an asset, of a kind that the title names if it is one of an asset's. */
    void notification(String eventId, String dedupeKey, String asset, String title) {
        publish(
                eventId,
                new Notification(
                        title.startsWith("asset.") ? title : "incident.updated",
                        dedupeKey,
                        title,
                        "",
                        Severity.HIGH,
                        List.of(asset),
                        null,
                        null,
                        List.of(),
                        null));
    }

    /** Something about one asset, whose key and id follow from both. */
    void tell(String kind, String asset, Severity severity) {
        String key = kind + ":" + asset;
        publish(
                key,
                new Notification(
                        kind, key, kind + " " + asset, "", severity, List.of(asset), null, null, List.of(), null));
    }

    void publish(String eventId, Notification notification) {
        courier.publisher()
                .publish(List.of(new io.secplat.stream.EventPublisher.Outgoing(
                        NOTIFY, Envelope.of(eventId, notification, clock.instant(), "r-1"))));
    }

    void awaitSettled() {
        await().until(() -> courier.state(ConsumerGroup.NOTIFIERS).pending() == 0
                && courier.state(ConsumerGroup.NOTIFIERS).lag() == 0
                && !courier.entries(StreamName.DELIVERY).isEmpty());
    }

    Message deadLetter() {
        await().until(() -> courier.deadLetters(NOTIFY).size() == 1
                && courier.state(ConsumerGroup.NOTIFIERS).pending() == 0);
        return courier.deadLetters(NOTIFY).get(0);
    }

    List<DeliveryRecorded> deliveries() {
        return courier.entries(StreamName.DELIVERY).stream()
                .filter(message ->
                        !EventTypes.NOTIFY_DIVIDED.equals(message.fields().get("event_type")))
                .map(message -> DeliveryRecorded.from(message.reader()))
                .toList();
    }

    List<NotificationDivided> divisions() {
        return courier.entries(StreamName.DELIVERY).stream()
                .filter(message ->
                        EventTypes.NOTIFY_DIVIDED.equals(message.fields().get("event_type")))
                .map(message -> NotificationDivided.from(message.reader()))
                .toList();
    }

    Duration gap(int n) {
        List<Instant> times = slack.hits().stream().map(FakeSlack.Hit::at).toList();
        return Duration.between(times.get(n - 1), times.get(n));
    }

    record BrokenChannel(List<Notice> asked) implements Channel {

        @Override
        public ChannelName name() {
            return ChannelName.WHATSAPP;
        }

        @Override
        public String recipient() {
            return "whatsapp:+49…4711";
        }

        @Override
        public Rate rate() {
            return new Rate(1_000, 1_000);
        }

        @Override
        public Delivery deliver(Parcel parcel) {
            asked.add(parcel.notice());
            return new Delivery.TryAgain(Optional.empty());
        }

        @Override
        public Lookup find(Parcel parcel) {
            return new Lookup.Unknowable();
        }
    }
}
