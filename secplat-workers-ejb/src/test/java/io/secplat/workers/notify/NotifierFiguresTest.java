package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.model.Severity;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.pipeline.NotifyFigures;
import io.secplat.workers.notify.pipeline.group.GroupRules;
import io.secplat.workers.notify.route.Suppression;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators see what became of messages on each channel. */
@SuppressWarnings("try")
class NotifierFiguresTest extends NotifierBench {

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Duration> delays = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        figures = new NotifyFigures() {
            @Override
            public void sent(ChannelName channel, Duration since) {
                heard.add("sent " + channel.wire());
                delays.add(since);
            }

            @Override
            public void failed(ChannelName channel) {
                heard.add("failed " + channel.wire());
            }

            @Override
            public void suppressed(ChannelName channel, Suppression why) {
                heard.add("suppressed " + channel.wire() + " " + why.wire());
            }

            @Override
            public void putOff(ChannelName channel) {
                heard.add("put off " + channel.wire());
            }
        };
    }

    private void awaitHeard(String... facts) {
        await().until(() -> heard.containsAll(List.of(facts)));
    }

    @Test
    void a_message_that_is_accepted_counts_once_and_its_repeat_as_suppressed() {
        notification("e-1", "k-1");
        try (RunningWorker running = run(chat)) {
            awaitHeard("sent slack");
            notification("e-2", "k-1");
            awaitHeard("suppressed slack already_sent");
            awaitSettled();
        }
        assertThat(heard).containsExactly("sent slack", "suppressed slack already_sent");
    }

    @Test
    void time_counts_from_the_making_of_the_message_over_all_its_attempts() {
        chat.does(parcel -> chat.asked().size() == 1
                ? Optional.of(new Delivery.TryAgain(Optional.of(Duration.ofMillis(300))))
                : Optional.empty());
        notification("e-1", "k-1");
        try (RunningWorker running = run(chat)) {
            awaitHeard("sent slack");
        }
        assertThat(delays).singleElement().satisfies(delay -> assertThat(delay)
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(30)));
    }

    @Test
    void a_message_that_a_channel_refuses_counts_as_failed() {
        chat.does(parcel -> Optional.of(new Delivery.GiveUp()));
        notification("e-1", "k-1");
        try (RunningWorker running = run(chat)) {
            awaitHeard("failed slack");
            awaitSettled();
        }
        assertThat(heard).containsExactly("failed slack");
    }

    @Test
    void waiting_for_the_rate_or_for_a_spared_service_is_put_off() {
        chat.does(parcel ->
                chat.asked().size() == 1 ? Optional.of(new Delivery.Spared(Duration.ofMillis(50))) : Optional.empty());
        notification("e-1", "k-1");
        try (RunningWorker running = run(chat)) {
            awaitHeard("sent slack");
            awaitSettled();
        }
        assertThat(heard).containsExactly("put off slack", "sent slack");
    }

    @Test
    void each_member_of_a_group_counts() {
        groups = new GroupRules(Duration.ofMillis(200), Duration.ofSeconds(1));
        for (String asset : List.of("a", "b", "c")) {
            tell("asset.down", asset, Severity.HIGH);
        }
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == 3);
        }
        assertThat(heard.stream().filter("sent slack"::equals)).hasSize(3);
        assertThat(chat.told()).hasSizeLessThan(3);
    }
}
