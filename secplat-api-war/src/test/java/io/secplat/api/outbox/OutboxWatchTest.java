package io.secplat.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.stream.RunningWorker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class OutboxWatchTest {

    private static final OutboxBacklog NOTHING = new OutboxBacklog(0, Duration.ZERO);
    private static final OutboxBacklog THREE = new OutboxBacklog(3, Duration.ofSeconds(7));

    private final SetClock clock = new SetClock();
    private Optional<OutboxBacklog> outbox = Optional.of(NOTHING);
    private final OutboxWatch watch = new OutboxWatch(() -> outbox, clock);

    @Test
    void what_is_told_is_that_of_the_last_look() {
        assertThat(watch.backlog()).isEmpty();

        outbox = Optional.of(THREE);
        watch.look();
        outbox = Optional.of(NOTHING);

        assertThat(watch.backlog()).contains(THREE);
    }

    @Test
    void a_look_counts_for_a_minute() {
        watch.look();
        clock.now = clock.now.plus(OutboxWatch.LONGEST_AGE);
        assertThat(watch.backlog()).isPresent();

        clock.now = clock.now.plusMillis(1);
        assertThat(watch.backlog()).isEmpty();
    }

    @Test
    void while_the_database_is_away_nothing_is_known() {
        watch.look();
        outbox = Optional.empty();
        watch.look();
        assertThat(watch.backlog()).isEmpty();

        outbox = Optional.of(NOTHING);
        watch.look();
        assertThat(watch.backlog()).isPresent();
    }

    @Test
    void the_figures_appear_with_the_first_look_though_the_database_is_away() {
        AtomicInteger published = new AtomicInteger();
        outbox = Optional.empty();

        try (RunningWorker running =
                new RunningWorker(OutboxWatch.worker(watch, published::incrementAndGet, Clock.systemUTC()))) {
            await().until(() -> published.get() == 1);
            assertThat(running.isAlive()).isTrue();
        }
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-05-04T07:20:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
