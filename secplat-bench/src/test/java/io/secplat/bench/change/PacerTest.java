package io.secplat.bench.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is late counts from when it was due. */
class PacerTest {

    private static final Instant BEGIN = Instant.parse("2026-05-04T07:00:00Z");

    private final Hands hands = new Hands();
    private final Pacer pacer = new Pacer(hands, duration -> hands.now = hands.now.plus(duration), 100);
    private final List<List<Integer>> together = new ArrayList<>();

    @Test
    void each_is_done_when_it_is_due() throws InterruptedException {
        Map<Integer, Pacer.Done> done = pacer.run(List.of(0, 1, 2), together::add);
        assertThat(together).containsExactly(List.of(0), List.of(1), List.of(2));
        assertThat(done).containsEntry(2, new Pacer.Done(after(20), after(20)));
    }

    @Test
    void what_waited_is_done_together_and_counts_from_when_it_was_due() throws InterruptedException {
        Map<Integer, Pacer.Done> done = pacer.run(List.of(0, 1, 2, 3, 4), some -> {
            together.add(List.copyOf(some));
            hands.now = hands.now.plusMillis(some.contains(1) ? 25 : 0);
        });
        assertThat(together).containsExactly(List.of(0), List.of(1), List.of(2, 3), List.of(4));
        assertThat(done)
                .containsEntry(1, new Pacer.Done(after(10), after(35)))
                .containsEntry(2, new Pacer.Done(after(20), after(35)))
                .containsEntry(3, new Pacer.Done(after(30), after(35)))
                .containsEntry(4, new Pacer.Done(after(40), after(40)));
    }

    private static Instant after(int millis) {
        return BEGIN.plus(Duration.ofMillis(millis));
    }

    /** A clock that goes on when somebody waits. */
    private static final class Hands extends Clock {
        Instant now = BEGIN;

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
