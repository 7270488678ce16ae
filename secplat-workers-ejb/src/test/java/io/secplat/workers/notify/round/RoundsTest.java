package io.secplat.workers.notify.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.Journal;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.Outcome;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.letter.Notice;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.Pipeline;
import io.secplat.workers.notify.pipeline.order.InMemoryLaggards;
import io.secplat.workers.notify.pipeline.order.Laggards;
import io.secplat.workers.notify.pipeline.order.Lines;
import io.secplat.workers.notify.route.Routing;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Clock clock = Clock.systemUTC();
    private final InMemoryLaggards laggards = new InMemoryLaggards();
    private final Lines lines = new Lines(laggards, clock);
    private final Map<ChannelName, Supplier<Fate>> fates = new EnumMap<>(ChannelName.class);
    private final Map<ChannelName, AtomicInteger> visits = new ConcurrentHashMap<>();
    private final Rounds rounds = new Rounds(
            new FanOut(4, RoundsTest::daemon),
            Pipeline.of((dispatch, rest) -> {
                ChannelName channel = dispatch.channel().name();
                visits.computeIfAbsent(channel, none -> new AtomicInteger()).incrementAndGet();
                return fates.get(channel).get();
            }),
            lines,
            clock,
            new Journal("test", clock, new PrintStream(OutputStream.nullOutputStream())),
            2);
    private final Letter letter =
            new Letter("e-1", "1-0", "r-1", 0, new Notice.Outage(List.of("a")), List.of(), Instant.EPOCH);
    private final List<Routing.Told> told = List.of(
            new Routing.Told(new FakeChannel(ChannelName.SLACK), Optional.empty()),
            new Routing.Told(new FakeChannel(ChannelName.SMS), Optional.of("on call")));

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    private static Fate accepted() {
        return new Fate.Accepted(new Acceptance("e-1", 1, Instant.EPOCH, null));
    }

    @BeforeEach
    void allAccept() {
        fates.put(ChannelName.SLACK, RoundsTest::accepted);
        fates.put(ChannelName.SMS, RoundsTest::accepted);
    }

    private Outcome go() throws InterruptedException {
        return rounds.go(letter, rounds.of("1-0"), told);
    }

    private int visits(ChannelName channel) {
        return visits.getOrDefault(channel, new AtomicInteger()).get();
    }

    @Test
    void a_letter_is_done_when_all_channels_are_through() throws Exception {
        assertThat(go()).isEqualTo(Outcome.DONE);
        assertThat(go()).isEqualTo(Outcome.DONE);
        assertThat(visits(ChannelName.SLACK)).isEqualTo(1);
    }

    @Test
    void one_that_waits_is_visited_again_alone_and_not_before_its_time() throws Exception {
        fates.put(ChannelName.SMS, () -> new Fate.Waiting(LONG));
        assertThat(go()).isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.delay())
                .isBetween(LONG.minusMinutes(1), LONG));
        assertThat(go()).isInstanceOf(Outcome.Later.class);
        assertThat(visits(ChannelName.SLACK)).isEqualTo(1);
        assertThat(visits(ChannelName.SMS)).isEqualTo(1);

        fates.put(ChannelName.SMS, () -> new Fate.Waiting(Duration.ZERO));
        rounds.end("1-0");
        assertThat(go()).isInstanceOf(Outcome.Later.class);
        fates.put(ChannelName.SMS, RoundsTest::accepted);
        assertThat(go()).isEqualTo(Outcome.DONE);
        assertThat(visits(ChannelName.SMS)).isEqualTo(3);
    }

    @Test
    void one_that_failed_goes_on_as_a_copy_and_so_does_one_that_waits_then() throws Exception {
        fates.put(ChannelName.SLACK, () -> new Fate.Delayed(Optional.of(Duration.ofSeconds(7))));
        fates.put(ChannelName.SMS, () -> new Fate.Waiting(LONG));
        List<Outcome.Part> parts = ((Outcome.Divided) go()).parts();
        assertThat(parts)
                .extracting(part -> part.changes().get("channels"))
                .containsExactly("[\"slack\"]", "[\"sms\"]");
        assertThat(parts.get(0).failure())
                .isEqualTo(new Outcome.Retry("notification_delivery_failed", Optional.of(Duration.ofSeconds(7))));
        assertThat(parts.get(1).failure()).isInstanceOf(Outcome.Later.class);
        assertThat(parts.get(1).changes()).containsEntry("route", "on call").containsEntry("event_id", "e-1");
        assertThat(laggards.all(clock.instant()))
                .extracting(Laggards.Laggard::channel)
                .containsExactly(ChannelName.SMS);
    }

    @Test
    void one_that_will_never_go_well_is_a_dead_letter_of_its_channel() throws Exception {
        fates.put(ChannelName.SMS, () -> new Fate.Failed("notification_rejected", false, null));
        assertThat(((Outcome.Divided) go()).parts())
                .containsExactly(
                        new Outcome.Part(Map.of("channel", "sms"), new Outcome.Park("notification_rejected", false)));
    }

    @Test
    void no_failure_is_forgotten_when_redis_is_away_for_another_channel() throws Exception {
        fates.put(ChannelName.SLACK, () -> {
            throw new CourierUnavailableException(new IllegalStateException("away"));
        });
        fates.put(ChannelName.SMS, () -> new Fate.Delayed(Optional.empty()));
        assertThatThrownBy(this::go).isInstanceOf(CourierUnavailableException.class);

        fates.put(ChannelName.SLACK, RoundsTest::accepted);
        assertThat(((Outcome.Divided) go()).parts())
                .extracting(part -> part.changes().get("channels"))
                .containsExactly("[\"sms\"]");
    }

    @Test
    void nobody_is_told_again_when_redis_was_away_for_another_channel() throws Exception {
        fates.put(ChannelName.SLACK, () -> {
            throw new CourierUnavailableException(new IllegalStateException("away"));
        });
        assertThatThrownBy(this::go).isInstanceOf(CourierUnavailableException.class);
        fates.put(ChannelName.SLACK, RoundsTest::accepted);
        assertThat(go()).isEqualTo(Outcome.DONE);
        assertThat(visits(ChannelName.SMS)).isEqualTo(1);
    }

    @Test
    void there_is_room_for_so_many_entries_until_they_end() {
        assertThat(rounds.room()).isEqualTo(2);
        rounds.of("1-0");
        rounds.of("1-0");
        assertThat(rounds.room()).isEqualTo(1);
        rounds.of("2-0");
        rounds.of("3-0");
        assertThat(rounds.room()).isZero();
        rounds.end("1-0");
        rounds.end("2-0");
        assertThat(rounds.room()).isEqualTo(1);
        rounds.begin();
        assertThat(rounds.room()).isEqualTo(2);
    }
}
