package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.pipeline.limit.TicketQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nobody gets more than they take, and nothing is dropped for it. */
@SuppressWarnings("try")
class NotifierLimitTest extends NotifierBench {

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);
    private final List<Instant> times = new CopyOnWriteArrayList<>();

    private void letters(int count) {
        for (int n = 0; n < count; n++) {
            notification("e" + n, "k" + n, "asset-" + n, "n" + n);
        }
    }

    @Test
    void a_burst_goes_through_and_the_rest_at_the_rate_without_counting_attempts() {
        chat.rate(new Rate(20, 5));
        chat.does(parcel -> {
            times.add(clock.instant());
            return Optional.empty();
        });
        letters(25);
        try (RunningWorker running = run(chat)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> deliveries().size() == 25);
        }
        assertThat(Duration.between(times.get(0), times.get(24))).isGreaterThanOrEqualTo(Duration.ofMillis(950));
        assertThat(deliveries()).allMatch(delivery -> delivery.attempts() == 1);
        assertThat(chat.told()).hasSize(25);
    }

    @Test
    void nothing_goes_out_while_the_recipient_asked_for_time_whoever_it_is_for() {
        AtomicInteger count = new AtomicInteger();
        chat.does(parcel -> {
            times.add(clock.instant());
            return count.incrementAndGet() == 3
                    ? Optional.of(new Delivery.TryAgain(Optional.of(Duration.ofSeconds(1))))
                    : Optional.empty();
        });
        chat.rate(new Rate(1_000, 1));
        letters(20);
        try (RunningWorker running = run(chat)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> deliveries().size() == 20);
        }
        assertThat(chat.told()).hasSize(20);
        List<Instant> sorted = times.stream().sorted().toList();
        List<Duration> gaps = new java.util.ArrayList<>();
        for (int n = 1; n < sorted.size(); n++) {
            gaps.add(Duration.between(sorted.get(n - 1), sorted.get(n)));
        }
        assertThat(gaps).anyMatch(gap -> gap.compareTo(Duration.ofMillis(900)) > 0);
        assertThat(deliveries())
                .filteredOn(delivery -> delivery.attempts() == 2)
                .hasSize(1);
    }

    @Test
    void a_recipient_that_accepts_and_asks_for_time_gets_it() {
        AtomicInteger count = new AtomicInteger();
        chat.does(parcel -> {
            times.add(clock.instant());
            return count.incrementAndGet() == 3
                    ? Optional.of(new Delivery.Delivered(null, Optional.of(Duration.ofSeconds(1))))
                    : Optional.empty();
        });
        chat.rate(new Rate(1_000, 1));
        letters(10);
        try (RunningWorker running = run(chat)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> deliveries().size() == 10);
        }
        assertThat(times).hasSize(10);
        assertThat(Duration.between(times.get(0), times.get(9))).isGreaterThan(Duration.ofMillis(900));
        assertThat(deliveries()).allMatch(delivery -> delivery.attempts() == 1);
    }

    @Test
    void a_channel_without_room_is_tried_by_few_and_told_of_everything_once_it_has_room() {
        AtomicBoolean room = new AtomicBoolean();
        chat.does(parcel -> room.get() ? Optional.empty() : Optional.of(new Delivery.Spared(Duration.ofMillis(100))));
        FakeChannel phone = new FakeChannel(ChannelName.WHATSAPP);
        letters(200);
        try (RunningWorker running = run(chat, phone)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> phone.told().size() == 200 && chat.asked().size() > 12);
            int looks = memory.looks();
            int asked = chat.asked().size();
            await().atMost(Duration.ofSeconds(30)).until(() -> chat.asked().size() >= asked + 5);
            assertThat(memory.looks() - looks).isLessThan(60);
            room.set(true);
            await().atMost(Duration.ofSeconds(30)).until(() -> deliveries().size() == 400);
        }
        assertThat(chat.told()).hasSize(200);
        assertThat(deliveries()).allMatch(delivery -> delivery.attempts() == 1);
    }

    @Test
    void who_does_not_come_when_due_holds_up_nobody() {
        TicketQueue queue = new TicketQueue();
        Instant now = clock.instant();
        assertThat(queue.place("ghost", now)).isZero();
        queue.due("ghost", now.plusSeconds(1));
        assertThat(queue.place("other", now)).isEqualTo(1);
        queue.due("other", now.plusSeconds(30));

        Instant later = now.plusSeconds(1).plus(TicketQueue.GRACE).plusMillis(1);
        assertThat(queue.place("other", later)).isZero();
        queue.leave("other");
        assertThat(queue.isEmpty(later)).isTrue();
    }
}
