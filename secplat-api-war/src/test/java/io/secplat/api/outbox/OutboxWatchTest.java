package io.secplat.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.api.postgres.DatabaseUnavailableException;
import io.secplat.stream.RunningWorker;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class OutboxWatchTest {

    private static final OutboxBacklog THREE = new OutboxBacklog(3, Duration.ofSeconds(7));

    private final SetClock clock = new SetClock();
    private final FakeOutbox outbox = new FakeOutbox();
    private final OutboxWatch watch = new OutboxWatch(outbox, clock);

    @Test
    void what_is_told_is_that_of_the_last_look() {
        assertThat(watch.backlog()).isEmpty();

        outbox.backlog = THREE;
        watch.look();
        outbox.backlog = new OutboxBacklog(0, Duration.ZERO);

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
        outbox.away = true;
        watch.look();
        assertThat(watch.backlog()).isEmpty();

        outbox.away = false;
        watch.look();
        assertThat(watch.backlog()).isPresent();
    }

    @Test
    void the_figures_appear_with_the_first_look_though_the_database_is_away() {
        AtomicInteger published = new AtomicInteger();
        outbox.away = true;

        try (RunningWorker running =
                new RunningWorker(OutboxWatch.worker(watch, published::incrementAndGet, Clock.systemUTC()))) {
            await().until(() -> published.get() == 1);
            assertThat(running.isAlive()).isTrue();
        }
    }

    private static final class FakeOutbox implements Outbox {

        private OutboxBacklog backlog = new OutboxBacklog(0, Duration.ZERO);
        private boolean away;

        @Override
        public OutboxBacklog backlog() {
            if (away) {
                throw new DatabaseUnavailableException(new SQLException("away"));
            }
            return backlog;
        }

        @Override
        public List<OutboxRow> waiting(Collection<String> targets, int max) {
            return List.of();
        }

        @Override
        public void published(Collection<Long> ids) {}

        @Override
        public void failed(Collection<Long> ids) {}

        @Override
        public long lastPublished(Collection<String> targets) {
            return 0;
        }

        @Override
        public long countWaiting() {
            return backlog.rows();
        }

        @Override
        public int purge(Duration age) {
            return 0;
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
