package io.secplat.api.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void many_who_ask_at_once_cause_one_question() throws Exception {
        SingleFlight<String, Integer> flight = new SingleFlight<>(Duration.ofMinutes(1), Clock.systemUTC());
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
        SingleFlight<String, Integer> flight = new SingleFlight<>(Duration.ofMinutes(1), Clock.systemUTC());

        assertThatThrownBy(() -> flight.get("k", key -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        assertThat(flight.get("k", key -> 7)).isEqualTo(7);
    }

    @Test
    void an_answer_without_a_life_is_asked_for_each_time() {
        SingleFlight<String, Integer> flight = new SingleFlight<>(Duration.ZERO, Clock.systemUTC());

        flight.get("k", key -> asked.incrementAndGet());
        assertThat(flight.get("k", key -> asked.incrementAndGet())).isEqualTo(2);
    }
}
