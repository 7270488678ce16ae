package io.secplat.workers.notify.pipeline.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A channel without room is tried by one at a time, and costs little however many wait for it. */
class DoorwayTest {

    private static final Instant BEGIN = Instant.parse("2026-11-28T06:00:00Z");
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final double PER_SECOND = 1_000;

    private final Doorway doorway = new Doorway();

    private record Visit(Instant at, String letter) {}

    /** Letters that come when told, over some seconds of a clock that costs nothing. */
    private final class Crowd {

        private final PriorityQueue<Visit> due = new PriorityQueue<>(Comparator.comparing(Visit::at));
        private int looks;
        private int tries;
        private int through;

        Crowd(int count) {
            IntStream.range(0, count).forEach(n -> due.add(new Visit(BEGIN, "letter-" + n)));
        }

        void until(Instant end, boolean room) {
            while (!due.isEmpty() && due.element().at().isBefore(end)) {
                Visit visit = due.remove();
                looks++;
                Optional<Duration> wait = doorway.look(visit.letter(), PER_SECOND, visit.at())
                        .or(() -> doorway.arrive(visit.letter(), PER_SECOND, visit.at()))
                        .or(() -> tried(visit, room));
                wait.ifPresent(time -> due.add(new Visit(visit.at().plus(time), visit.letter())));
            }
        }

        private Optional<Duration> tried(Visit visit, boolean room) {
            tries++;
            doorway.leave(visit.letter());
            if (!room) {
                return Optional.of(doorway.full(visit.letter(), PER_SECOND, PAUSE, visit.at()));
            }
            through++;
            doorway.free();
            return Optional.empty();
        }
    }

    @Test
    void who_finds_nobody_goes_at_once_and_leaves_no_trace() {
        assertThat(doorway.arrive("one", PER_SECOND, BEGIN)).isEmpty();
        assertThat(doorway.arrive("other", PER_SECOND, BEGIN)).isEmpty();
        assertThat(doorway.look("one", PER_SECOND, BEGIN)).isEmpty();
    }

    @Test
    void after_a_channel_had_no_room_one_tries_at_a_time() {
        Duration wait = doorway.full("first", PER_SECOND, PAUSE, BEGIN);
        assertThat(wait).isEqualTo(PAUSE);
        assertThat(doorway.look("second", PER_SECOND, BEGIN)).isPresent();
        assertThat(doorway.arrive("second", PER_SECOND, BEGIN)).isPresent();

        Instant later = BEGIN.plus(wait);
        assertThat(doorway.arrive("first", PER_SECOND, later)).isEmpty();
        assertThat(doorway.arrive("second", PER_SECOND, later.plus(PAUSE).minusMillis(1)))
                .isPresent();
        assertThat(doorway.arrive("second", PER_SECOND, later.plus(PAUSE))).isEmpty();
    }

    @Test
    void who_queues_for_a_token_keeps_the_place_while_there_is_no_room() {
        Duration turn = doorway.noToken("first", 1, Duration.ZERO, BEGIN);
        doorway.noToken("second", 1, Duration.ZERO, BEGIN);
        doorway.full("third", 1, PAUSE, BEGIN);

        assertThat(doorway.look("first", 1, BEGIN)).contains(PAUSE.plus(turn));
        assertThat(doorway.look("second", 1, BEGIN)).contains(PAUSE.plusSeconds(2));
    }

    @Test
    void one_call_that_ends_opens_it_to_all() {
        doorway.full("first", PER_SECOND, Duration.ofSeconds(5), BEGIN);
        assertThat(doorway.arrive("second", PER_SECOND, BEGIN)).isPresent();
        doorway.free();
        assertThat(doorway.look("second", PER_SECOND, BEGIN)).isEmpty();
        assertThat(doorway.arrive("second", PER_SECOND, BEGIN)).isEmpty();
        assertThat(doorway.arrive("third", PER_SECOND, BEGIN)).isEmpty();
    }

    @Test
    void a_thousand_waiting_try_a_few_times_a_second_and_look_250_times() {
        doorway.full("ahead", PER_SECOND, PAUSE, BEGIN);
        Crowd crowd = new Crowd(1_000);
        crowd.until(BEGIN.plusSeconds(10), false);
        assertThat(crowd.tries).isBetween(20, 41);
        assertThat(crowd.looks - 1_000).isBetween(2_250, 2_501);
    }

    @Test
    void twenty_thousand_waiting_look_no_more_often_together() {
        doorway.full("ahead", PER_SECOND, PAUSE, BEGIN);
        Crowd crowd = new Crowd(20_000);
        crowd.until(BEGIN.plusSeconds(40), false);
        assertThat(crowd.looks - 20_000).isLessThanOrEqualTo(10_001);
    }

    @Test
    void when_there_is_room_again_250_a_second_go_through() {
        doorway.full("ahead", PER_SECOND, PAUSE, BEGIN);
        Crowd crowd = new Crowd(5_000);
        Instant mended = BEGIN.plusSeconds(10);
        crowd.until(mended, false);
        crowd.until(mended.plusSeconds(10), true);
        assertThat(crowd.through).isBetween(2_250, 2_600);
        crowd.until(mended.plusSeconds(21), true);
        assertThat(crowd.through).isEqualTo(5_000);
    }
}
