package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.CurrentRequest;
import io.secplat.runtime.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SuppressWarnings("try")
@Timeout(60)
class ConcurrencyTest extends ConsumerBench implements ConcurrentConsumerContract {

    private final ConsumerSettings four = settings.withConcurrency(4);

    @Override
    public Courier courier() {
        return courier;
    }

    @Test
    void the_number_of_hands_has_its_limits() {
        assertThat(settings.withConcurrency(64).concurrency()).isEqualTo(64);
        assertThatThrownBy(() -> settings.withConcurrency(65)).hasMessage("concurrency must be 1 to 64");
        assertThatThrownBy(() -> settings.withConcurrency(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_hand_works_in_the_order_of_the_stream_on_one_thread() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 50).forEach(n -> add("k" + n));
        try (RunningWorker running = run(settings, message -> {
            threads.add(Thread.currentThread());
            return Outcome.DONE;
        })) {
            awaitSettled();
        }
        assertThat(seenKeys())
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(n -> "k" + n).toList());
        assertThat(threads).hasSize(1);
    }

    @Test
    void each_thread_works_for_the_request_of_its_own_message() throws Exception {
        List<String> wrong = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(4);
        for (int n = 0; n < 4; n++) {
            courier.add(STREAM, Map.of("event_id", "e" + n, "request_id", "web-" + n, "asset_keys", "k"));
        }
        try (RunningWorker running = run(four, message -> {
            all.countDown();
            all.await();
            String own = message.fields().get("request_id");
            if (!CurrentRequest.id().equals(java.util.Optional.of(own))) {
                wrong.add(own);
            }
            return Outcome.DONE;
        })) {
            awaitSettled();
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSize(4);
    }

    @Test
    void a_hand_that_is_stuck_loses_its_message_to_another_and_what_it_says_late_does_not_count() throws Exception {
        ConsumerSettings how = four.withClaimIdle(Duration.ofMillis(100)).withWorkLimit(Duration.ofMillis(200));
        CountDownLatch finish = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        AtomicInteger late = new AtomicInteger();
        add("a");
        try (RunningWorker running = run(how, message -> {
            if (first.getAndSet(false)) {
                finish.await();
                late.incrementAndGet();
                return new Outcome.Park("too_late");
            }
            return Outcome.DONE;
        })) {
            await().until(() -> seen.size() == 2);
            awaitSettled();
            finish.countDown();
            await().until(() -> late.get() == 1);
        }
        assertThat(courier.deadLetters(STREAM)).isEmpty();
        assertThat(seen).hasSize(2);
    }

    @Test
    void what_is_held_is_tried_again_itself_and_the_consumer_pauses() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        List.of("a", "b", "c", "d", "e", "f").forEach(this::add);
        try (RunningWorker running =
                run(four, message -> tries.incrementAndGet() < 20 ? new Outcome.Hold("api_away") : Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(tries.get()).isGreaterThanOrEqualTo(25);
        assertThat(seen).allMatch(message -> message.attempts() == 0);
        assertThat(courier.entries(STREAM)).hasSize(6);
    }

    @Test
    void what_could_not_be_stored_while_the_courier_was_away_is_stored_later_and_not_done_again() throws Exception {
        CountDownLatch finish = new CountDownLatch(1);
        List.of("a", "b", "c", "d").forEach(this::add);
        try (RunningWorker running = run(four, message -> {
            finish.await();
            return Outcome.DONE;
        })) {
            await().until(() -> seen.size() == 4);
            courier.away(true);
            finish.countDown();
            await().during(Duration.ofMillis(100))
                    .until(() -> courier.state(GROUP).pending() == 4);
            courier.away(false);
            awaitSettled();
        }
        assertThat(seen).hasSize(4);
    }

    @Test
    void a_failure_that_is_no_exception_of_the_handler_ends_the_loop() throws Exception {
        AtomicReference<Throwable> end = new AtomicReference<>();
        add("a");
        RunningWorker running = new RunningWorker(new io.secplat.runtime.Worker() {
            @Override
            public Role role() {
                return Role.DERIVER;
            }

            @Override
            public String name() {
                return "broken";
            }

            @Override
            public void run(io.secplat.runtime.WorkerContext context) throws InterruptedException {
                try {
                    StreamConsumer.each(GROUP, courier.open(GROUP, "one"), four, surroundings, message -> {
                                throw new AssertionError("no handler goes on after this");
                            })
                            .run(context);
                } catch (AssertionError e) {
                    end.set(e);
                }
            }
        });
        await().until(() -> !running.isAlive());
        running.close();

        assertThat(end.get()).hasMessage("no handler goes on after this");
        assertThat(courier.state(GROUP).pending()).isEqualTo(1);
    }

    @Test
    void several_batches_are_worked_on_at_once() throws Exception {
        CountDownLatch two = new CountDownLatch(2);
        IntStream.range(0, 6).forEach(n -> add("k" + n));
        ConsumerSettings how = settings.withConcurrency(2).withBatch(3);
        try (RunningWorker running =
                new RunningWorker(consumers.inBatches(Role.DERIVER, GROUP, "one", how, messages -> {
                    two.countDown();
                    two.await();
                    seen.addAll(messages);
                    Map<String, Outcome> outcomes = new HashMap<>();
                    messages.forEach(message -> outcomes.put(message.id(), Outcome.DONE));
                    return outcomes;
                }))) {
            awaitSettled();
        }
        assertThat(seen).hasSize(6);
    }
}
