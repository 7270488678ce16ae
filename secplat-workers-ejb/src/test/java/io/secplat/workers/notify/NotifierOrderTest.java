package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.model.Severity;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.pipeline.order.Laggards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Letters about one asset reach a channel in the order in which they came. */
@SuppressWarnings("try")
class NotifierOrderTest extends NotifierBench {

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);

    @Test
    void a_recovery_does_not_overtake_an_outage_that_waits_for_another_try() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        chat.does(parcel -> seen.add(parcel.key().toString())
                ? Optional.of(new Delivery.TryAgain(Optional.empty()))
                : Optional.empty());
        tell("asset.down", "a", Severity.HIGH);
        tell("asset.recovered", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 2);
        }
        assertThat(chat.titles()).containsExactly("asset.down a", "asset.recovered a");
    }

    @Test
    void it_does_not_either_when_the_notifier_ended_in_between() {
        chat.does(parcel -> Optional.of(new Delivery.TryAgain(Optional.empty())));
        tell("asset.down", "a", Severity.HIGH);
        Notifier first = notifier(List.of(chat));
        try (RunningWorker running = run(first.handler())) {
            await().until(() -> !laggards.all(clock.instant()).isEmpty());
        }
        chat.accepts();
        // The copy of the outage lies behind the recovery now.
        tell("asset.recovered", "a", Severity.HIGH);
        Notifier second = notifier(List.of(chat));
        second.begin();
        try (RunningWorker running = run(second.handler())) {
            await().until(() -> chat.told().size() == 2);
            awaitSettled();
        }
        assertThat(chat.titles()).containsExactly("asset.down a", "asset.recovered a");
        assertThat(laggards.all(clock.instant())).isEmpty();
    }

    @Test
    void what_a_notifier_had_in_hand_when_it_stopped_comes_before_what_is_new() {
        chat.does(parcel -> Optional.of(new Delivery.Spared(java.time.Duration.ofMillis(20))));
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.asked().size() > 2);
        }
        chat.accepts();
        tell("asset.recovered", "a", Severity.HIGH);
        Notifier heir = notifier(List.of(chat));
        heir.begin();
        try (RunningWorker running = run(heir.handler())) {
            await().until(() -> chat.told().size() == 2);
        }
        assertThat(chat.titles()).containsExactly("asset.down a", "asset.recovered a");
    }

    @Test
    void a_letter_on_which_the_notifier_fails_holds_up_nobody() {
        chat.does(parcel -> {
            if (parcel.notice().kind().equals("asset.down")) {
                throw new IllegalStateException("a defect");
            }
            return Optional.empty();
        });
        tell("asset.down", "a", Severity.HIGH);
        tell("asset.recovered", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 1);
            assertThat(deadLetter().fields()).containsEntry("event_id", "asset.down:a");
        }
        assertThat(chat.titles()).containsExactly("asset.recovered a");
    }

    @Test
    void copies_for_several_channels_keep_the_order_when_the_notifier_ended_before_it_told_them() {
        FakeChannel phone = new FakeChannel(ChannelName.WHATSAPP);
        chat.does(parcel -> Optional.of(new Delivery.TryAgain(Optional.empty())));
        phone.does(parcel -> Optional.of(new Delivery.Spared(java.time.Duration.ofMillis(20))));
        tell("asset.down", "a", Severity.HIGH);
        tell("asset.recovered", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> laggards.all(clock.instant()).size() == 2);
        }
        assertThat(chat.told()).isEmpty();
        assertThat(phone.told()).isEmpty();

        chat.accepts();
        phone.accepts();
        Notifier second = notifier(List.of(chat, phone));
        second.begin();
        try (RunningWorker running = run(second.handler())) {
            await().until(() -> chat.told().size() == 2 && phone.told().size() == 2);
            awaitSettled();
        }
        assertThat(chat.titles()).containsExactly("asset.down a", "asset.recovered a");
        assertThat(phone.titles()).containsExactly("asset.down a", "asset.recovered a");
        assertThat(laggards.all(clock.instant())).isEmpty();
    }

    @Test
    void a_letter_that_two_entries_carry_is_in_one_hand_at_a_time() {
        CyclicBarrier both = new CyclicBarrier(2);
        chat.does(parcel -> {
            meet(both);
            return Optional.empty();
        });
        tell("asset.down", "a", Severity.HIGH);
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            awaitSettled();
        }
        assertThat(chat.titles()).containsExactly("asset.down a");
    }

    /** Waits for the other until it is clear that there is none. */
    private static void meet(CyclicBarrier both) {
        try {
            int unused = both.await(1, TimeUnit.SECONDS);
        } catch (TimeoutException | BrokenBarrierException e) {
            // nobody came
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void one_that_fell_behind_just_before_the_notifier_died_holds_up_nobody_once_it_was_told() {
        // Its copy was never stored: the entry itself comes again.
        laggards.keep(List.of(new Laggards.Laggard(
                ChannelName.SLACK, "asset.down:a", List.of("a", "key:asset.down:a"), "1-0", clock.instant())));
        tell("asset.down", "a", Severity.HIGH);
        Notifier heir = notifier(List.of(chat));
        heir.begin();
        try (RunningWorker running = run(heir.handler())) {
            awaitSettled();
        }
        assertThat(chat.titles()).containsExactly("asset.down a");
        assertThat(laggards.all(clock.instant())).isEmpty();
    }

    @Test
    void one_that_fell_behind_when_the_notifier_died_does_not_overtake_an_earlier_one_that_had_not() {
        tell("asset.down", "a", Severity.HIGH);
        tell("asset.recovered", "a", Severity.HIGH);
        String second = courier.entries(NOTIFY).get(1).id();
        laggards.keep(List.of(new Laggards.Laggard(
                ChannelName.SLACK,
                "asset.recovered:a",
                List.of("a", "key:asset.recovered:a"),
                second,
                clock.instant().minusSeconds(1))));
        Notifier heir = notifier(List.of(chat));
        heir.begin();
        try (RunningWorker running = run(heir.handler())) {
            awaitSettled();
        }
        assertThat(chat.titles()).containsExactly("asset.down a", "asset.recovered a");
    }

    @Test
    void many_assets_keep_their_own_order_on_many_threads() {
        List<String> expected = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            for (String asset : List.of("a", "b", "c")) {
                notification("e-" + asset + round, "k-" + asset + round, asset, "n" + round);
            }
            expected.add("n" + round);
        }
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 60);
        }
        for (String asset : List.of("a", "b", "c")) {
            assertThat(chat.told().stream()
                            .filter(parcel -> parcel.notice().assets().contains(asset))
                            .map(parcel -> parcel.notice().told().orElseThrow().title()))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void a_channel_in_trouble_holds_up_no_other() {
        FakeChannel broken = new FakeChannel(ChannelName.WHATSAPP);
        broken.does(parcel -> Optional.of(new Delivery.Spared(java.time.Duration.ofMillis(50))));
        for (int n = 0; n < 15; n++) {
            notification("e" + n, "k" + n, "asset", "n" + n);
        }
        try (RunningWorker running = run(chat, broken)) {
            await().until(() -> chat.told().size() == 15);
            assertThat(broken.told()).isEmpty();
            broken.accepts();
            await().until(() -> broken.told().size() == 15);
        }
        assertThat(broken.titles()).isEqualTo(chat.titles());
    }

    @Test
    void an_answer_names_the_message_of_the_outage() {
        tell("asset.down", "a", Severity.HIGH);
        tell("asset.recovered", "a", Severity.HIGH);
        tell("asset.recovered", "b", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 3);
        }
        Parcel down = parcel("asset.down a");
        assertThat(parcel("asset.recovered a").answers().orElseThrow().getString("ref"))
                .isEqualTo(down.key().toString());
        assertThat(parcel("asset.recovered b").answers()).isEmpty();
    }

    private Parcel parcel(String title) {
        return chat.told().get(chat.titles().indexOf(title));
    }
}
