package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.route.PlanReader;
import io.secplat.workers.notify.route.RoutePlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A letter for several channels goes to all of them with its own entry, and only a channel that fails makes copies. */
@SuppressWarnings("try")
class NotifierRoundTest extends NotifierBench {

    private static final RoutePlan QUIET = PlanReader.read(
            """
            {"routes": [{"name": "all", "channels": ["slack", "whatsapp"]}],
             "quiet": [{"name": "always", "below": "critical",
                        "during": {"zone": "UTC", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}}]}
            """);
    private static final RoutePlan ALL =
            PlanReader.read("{\"routes\": [{\"name\": \"all\", \"channels\": [\"slack\", \"whatsapp\"]}]}");

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);
    private final FakeChannel phone = new FakeChannel(ChannelName.WHATSAPP);

    @Test
    void no_copy_is_made_while_all_goes_well() {
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            awaitSettled();
        }
        assertThat(deliveries()).hasSize(2).allMatch(DeliveryRecorded::sent);
        assertThat(courier.entries(NOTIFY)).hasSize(1);
    }

    @Test
    void nor_while_a_channel_is_spared() {
        phone.does(parcel -> Optional.of(new Delivery.Spared(Duration.ofMillis(20))));
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> phone.asked().size() > 5);
            assertThat(chat.told()).hasSize(1);
            phone.accepts();
            awaitSettled();
        }
        assertThat(chat.asked()).hasSize(1);
        assertThat(phone.told()).hasSize(1);
        assertThat(courier.entries(NOTIFY)).hasSize(1);
    }

    @Test
    void the_channels_are_told_at_the_same_time() {
        CountDownLatch both = new CountDownLatch(2);
        chat.does(parcel -> meet(both));
        phone.does(parcel -> meet(both));
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            awaitSettled();
        }
        assertThat(chat.asked()).hasSize(1);
        assertThat(phone.asked()).hasSize(1);
        assertThat(deliveries()).hasSize(2).allMatch(DeliveryRecorded::sent);
    }

    /** One that does not meet the other fails for ever. */
    private static Optional<Delivery> meet(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(5, java.util.concurrent.TimeUnit.SECONDS)
                    ? Optional.empty()
                    : Optional.of(new Delivery.GiveUp());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Delivery.GiveUp());
        }
    }

    @Test
    void a_letter_whose_one_channel_waits_is_told_to_no_other_again_after_a_crash() throws Exception {
        phone.does(parcel -> Optional.of(new Delivery.Spared(Duration.ofMillis(20))));
        tell("asset.down", "a", Severity.HIGH);
        RunningWorker first = run(chat, phone);
        await().until(() -> phone.asked().size() > 2 && chat.told().size() == 1);
        first.kill();
        phone.accepts();
        Notifier heir = notifier(java.util.List.of(chat, phone));
        heir.begin();
        try (RunningWorker second = run(heir.handler())) {
            awaitSettled();
        }
        assertThat(chat.told()).hasSize(1);
        assertThat(phone.told()).hasSize(1);
        assertThat(deliveries()).allMatch(DeliveryRecorded::sent);
    }

    @Test
    void a_channel_that_was_told_stays_told_when_quiet_hours_have_begun_after_a_crash() throws Exception {
        plan = ALL;
        phone.does(parcel -> Optional.of(new Delivery.Spared(Duration.ofMillis(20))));
        tell("asset.down", "a", Severity.HIGH);
        RunningWorker first = run(chat, phone);
        await().until(() -> phone.asked().size() > 2 && chat.told().size() == 1);
        first.kill();
        plan = QUIET;
        Notifier heir = notifier(java.util.List.of(chat, phone));
        heir.begin();
        try (RunningWorker second = run(heir.handler())) {
            awaitSettled();
        }
        assertThat(phone.told()).isEmpty();
        assertThat(deliveries())
                .extracting(record -> record.channel() + " " + record.sent())
                .contains("slack true", "whatsapp false")
                .doesNotContain("slack false", "whatsapp true");
    }

    @Test
    void a_defect_in_one_channel_spoils_no_other_and_is_in_the_log() {
        phone.does(parcel -> {
            throw new IllegalStateException("a defect");
        });
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            assertThat(deadLetter().fields()).containsEntry("channels", "[\"whatsapp\"]");
        }
        assertThat(chat.asked()).hasSize(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("IllegalStateException");
    }

    @Test
    void no_more_is_read_than_may_be_in_hand_and_the_rest_when_there_is_room_again() {
        mostInHand = 5;
        chat.does(parcel -> Optional.of(new Delivery.Spared(Duration.ofMillis(20))));
        for (int n = 0; n < 20; n++) {
            notification("e" + n, "k" + n, "asset" + n, "n" + n);
        }
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.asked().size() > 50);
            assertThat(courier.state(ConsumerGroup.NOTIFIERS).pending()).isEqualTo(5);
            assertThat(courier.state(ConsumerGroup.NOTIFIERS).lag()).isEqualTo(15);
            chat.accepts();
            awaitSettled();
        }
        assertThat(chat.told()).hasSize(20);
    }
}
