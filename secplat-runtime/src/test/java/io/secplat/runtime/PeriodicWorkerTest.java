package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodicWorkerTest {

    private static final Instant START = Instant.parse("2026-05-04T07:20:00Z");

    @Test
    void turns_keep_a_fixed_rate_however_long_a_task_takes() throws InterruptedException {
        Stage stage = new Stage(4);
        PeriodicWorker worker =
                new PeriodicWorker(Role.DERIVER, "timer", Duration.ofSeconds(60), stage.clock(), () -> stage.spend(25));

        worker.run(stage);

        assertThat(stage.turns)
                .containsExactly(START, START.plusSeconds(60), START.plusSeconds(120), START.plusSeconds(180));
    }

    @Test
    void a_task_that_overruns_its_interval_is_followed_at_once_and_missed_turns_are_not_made_up()
            throws InterruptedException {
        Stage stage = new Stage(3);
        PeriodicWorker worker = new PeriodicWorker(
                Role.DERIVER, "timer", Duration.ofSeconds(60), stage.clock(), () -> stage.spend(150));

        worker.run(stage);

        assertThat(stage.turns).containsExactly(START, START.plusSeconds(150), START.plusSeconds(300));
    }

    /** Time that passes only when a task spends it or a worker pauses. */
    private static final class Stage implements WorkerContext {

        private final List<Instant> turns = new ArrayList<>();
        private final int limit;
        private Instant now = START;

        Stage(int limit) {
            this.limit = limit;
        }

        void spend(int seconds) {
            turns.add(now);
            now = now.plusSeconds(seconds);
        }

        Clock clock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }
            };
        }

        @Override
        public boolean stopping() {
            return turns.size() >= limit;
        }

        @Override
        public void beat() {}

        @Override
        public boolean pause(Duration duration) {
            now = now.plus(duration.isNegative() ? Duration.ZERO : duration);
            return !stopping();
        }
    }
}
