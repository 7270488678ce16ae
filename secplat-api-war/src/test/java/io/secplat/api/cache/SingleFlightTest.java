package io.secplat.api.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-05-04T07:20:11Z"));

    @Test
    void many_who_ask_at_once_cause_one_question() throws Exception {
        SingleFlight<String, Integer> flight = flight(Duration.ofMinutes(1));
        CountDownLatch everybodyIsHere = new CountDownLatch(8);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> {
                        everybodyIsHere.countDown();
                        everybodyIsHere.await();
                        return flight.get("k", key -> asked.incrementAndGet());
                    }))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_failure_is_not_remembered() {
        SingleFlight<String, Integer> flight = flight(Duration.ofMinutes(1));

        assertThatThrownBy(() -> flight.get("k", key -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        assertThat(flight.get("k", key -> 7)).isEqualTo(7);
    }

    @Test
    void near_its_end_one_caller_renews_the_answer_while_others_get_the_old_one() {
        SingleFlight<String, Integer> flight = flight(Duration.ofSeconds(4));
        flight.get("k", key -> asked.incrementAndGet());
        clock.advance(Duration.ofSeconds(3));
        AtomicInteger another = new AtomicInteger();

        int renewed = flight.get("k", key -> {
            another.set(flight.get("k", again -> 99));
            return asked.incrementAndGet();
        });
        clock.advance(Duration.ofMillis(2_999));

        assertThat(renewed).isEqualTo(2);
        assertThat(another).hasValue(1);
        assertThat(flight.get("k", key -> 99)).isEqualTo(2);
    }

    @Test
    void a_renewal_that_fails_leaves_the_old_answer_for_as_long_as_it_is_good() {
        SingleFlight<String, Integer> flight = flight(Duration.ofSeconds(4));
        flight.get("k", key -> 1);
        clock.advance(Duration.ofSeconds(3));

        assertThat(flight.get("k", key -> {
                    throw new IllegalStateException("away");
                }))
                .isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(flight.get("k", key -> 2)).isEqualTo(2);
    }

    @Test
    void an_answer_without_a_life_is_asked_for_each_time() {
        SingleFlight<String, Integer> flight = flight(Duration.ZERO);

        flight.get("k", key -> asked.incrementAndGet());
        assertThat(flight.get("k", key -> asked.incrementAndGet())).isEqualTo(2);
    }

    @Test
    void an_answer_is_kept_for_its_life_and_not_longer() {
        SingleFlight<String, Integer> flight = flight(Duration.ofSeconds(1));

        flight.get("k", key -> asked.incrementAndGet());
        clock.advance(Duration.ofMillis(749));
        assertThat(flight.get("k", key -> asked.incrementAndGet())).isEqualTo(1);
        clock.advance(Duration.ofMillis(251));
        assertThat(flight.get("k", key -> asked.incrementAndGet())).isEqualTo(2);
    }

    @Test
    void whoever_asks_after_a_change_never_gets_an_answer_that_was_asked_for_before_it() throws Exception {
        SingleFlight<String, String> flight = flight(Duration.ofMinutes(1));
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<String> slow = pool.submit(() -> flight.get("k", key -> {
                read.countDown();
                await(changed);
                return "before";
            }));
            await(read);
            flight.forget();

            assertThat(flight.get("k", key -> "after")).isEqualTo("after");
            changed.countDown();
            assertThat(slow.get()).isEqualTo("before");
            assertThat(flight.get("k", key -> "once more")).isEqualTo("after");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void the_oldest_answers_make_room() {
        SingleFlight<String, Integer> flight =
                new SingleFlight<>(new Room(Duration.ofMinutes(1), 2, 100), Integer::longValue, clock);
        for (String key : List.of("a", "b", "c")) {
            flight.get(key, any -> 10);
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(isKept(flight, "c")).isTrue();
        assertThat(isKept(flight, "b")).isTrue();
        assertThat(isKept(flight, "a")).isFalse();
    }

    @Test
    void heavy_answers_make_room_and_one_that_is_too_heavy_is_not_kept() {
        SingleFlight<String, Integer> flight =
                new SingleFlight<>(new Room(Duration.ofMinutes(1), 10, 100), Integer::longValue, clock);
        flight.get("a", any -> 60);
        clock.advance(Duration.ofSeconds(1));
        flight.get("b", any -> 60);
        assertThat(flight.get("giant", any -> 101)).isEqualTo(101);

        assertThat(isKept(flight, "b")).isTrue();
        assertThat(isKept(flight, "a")).isFalse();
        assertThat(isKept(flight, "giant")).isFalse();
    }

    private <V> SingleFlight<String, V> flight(Duration life) {
        return new SingleFlight<>(new Room(life, 100, 100), any -> 1, clock);
    }

    private boolean isKept(SingleFlight<String, Integer> flight, String key) {
        int before = asked.get();
        flight.get(key, any -> asked.incrementAndGet());
        return asked.get() == before;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
