package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a consumer with several hands promises on every courier. */
@SuppressWarnings("try")
public interface ConcurrentConsumerContract {

    ConsumerGroup READERS = ConsumerGroup.DERIVERS;

    ConsumerSettings FOUR = ConsumerSettings.DEFAULT
            .withConcurrency(4)
            .withBlock(Duration.ofMillis(20))
            .withClaimIdle(Duration.ofSeconds(30))
            .withRetry(new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(8)));

    Courier courier();

    private RunningWorker run(String consumer, ConsumerSettings settings, MessageHandler handler) {
        Clock clock = Clock.systemUTC();
        Journal journal = new Journal("test", clock, new PrintStream(OutputStream.nullOutputStream()));
        StreamConsumer.Surroundings surroundings =
                new StreamConsumer.Surroundings(clock, new Random(1), journal, Thread::new);
        return new RunningWorker(
                new StreamConsumers(courier(), surroundings).each(Role.DERIVER, READERS, consumer, settings, handler));
    }

    private void publish(int count) {
        courier()
                .publisher()
                .publish(IntStream.range(0, count)
                        .mapToObj(n -> Envelopes.derive("k" + n))
                        .toList());
    }

    private StreamInspector.GroupState group() {
        return courier()
                .inspector()
                .inspect()
                .get(StreamName.DERIVE)
                .groups()
                .getOrDefault(READERS.wire(), new StreamInspector.GroupState(0, null, null, null, -1));
    }

    private void awaitSettled() {
        await().until(() -> group().lag() == 0 && group().pending() == 0);
    }

    private static String key(Message message) {
        return message.reader().texts("asset_keys").get(0);
    }

    @Test
    default void as_many_handlers_work_at_once_as_were_asked_for() {
        CyclicBarrier together = new CyclicBarrier(4);
        publish(20);
        try (RunningWorker running = run("one", FOUR, message -> meet(together))) {
            awaitSettled();
        }
    }

    private static Outcome meet(CyclicBarrier together) throws InterruptedException {
        try {
            together.await(10, TimeUnit.SECONDS);
            return Outcome.DONE;
        } catch (java.util.concurrent.BrokenBarrierException | java.util.concurrent.TimeoutException e) {
            return new Outcome.Hold("alone");
        }
    }

    @Test
    default void no_more_is_read_than_there_are_hands() {
        CountDownLatch finish = new CountDownLatch(1);
        publish(20);
        try (RunningWorker running = run("one", FOUR, message -> {
            finish.await();
            return Outcome.DONE;
        })) {
            await().until(() -> group().pending() == 4);
            await().during(200, TimeUnit.MILLISECONDS).until(() -> group().pending() == 4 && group().lag() == 16);
            finish.countDown();
            awaitSettled();
        }
    }

    @Test
    default void a_slow_handler_stops_nobody_else() {
        CountDownLatch finish = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        publish(20);
        try (RunningWorker running = run("one", FOUR, message -> {
            if (key(message).equals("k0")) {
                finish.await();
            }
            done.add(key(message));
            return Outcome.DONE;
        })) {
            await().untilAsserted(() -> assertThat(done).hasSize(19).doesNotContain("k0"));
            await().until(() -> group().pending() == 1);
            finish.countDown();
            awaitSettled();
        }
    }

    @Test
    default void entries_that_several_hands_work_on_stay_with_their_consumer() {
        ConsumerSettings settings = FOUR.withClaimIdle(Duration.ofMillis(400));
        CountDownLatch finish = new CountDownLatch(1);
        List<String> seen = new CopyOnWriteArrayList<>();
        publish(4);
        try (RunningWorker one = run("one", settings, message -> {
            seen.add(key(message));
            finish.await();
            return Outcome.DONE;
        })) {
            await().until(() -> seen.size() == 4);
            try (RunningWorker two = run("two", settings, message -> {
                seen.add(key(message));
                return Outcome.DONE;
            })) {
                await().during(1, TimeUnit.SECONDS).until(() -> seen.size() == 4);
                finish.countDown();
                awaitSettled();
            }
        }
        assertThat(seen).containsExactlyInAnyOrder("k0", "k1", "k2", "k3");
    }

    @Test
    default void a_polite_stop_finishes_what_is_being_worked_on_and_leaves_the_rest() throws Exception {
        CountDownLatch working = new CountDownLatch(4);
        CountDownLatch finish = new CountDownLatch(1);
        publish(10);
        RunningWorker running = run("one", FOUR, message -> {
            working.countDown();
            finish.await();
            return Outcome.DONE;
        });
        working.await();
        running.ask();
        await().during(100, TimeUnit.MILLISECONDS).until(running::isAlive);
        finish.countDown();
        running.close();

        assertThat(group().pending()).isZero();
        assertThat(group().lag()).isEqualTo(6);
    }

    @Test
    default void a_kill_leaves_everything_in_hand_to_others() throws Exception {
        ConsumerSettings settings = FOUR.withClaimIdle(Duration.ofMillis(200));
        CountDownLatch working = new CountDownLatch(4);
        CountDownLatch never = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        publish(6);
        RunningWorker first = run("first", settings, message -> {
            working.countDown();
            never.await();
            return Outcome.DONE;
        });
        working.await();
        first.kill();
        assertThat(group().pending()).isEqualTo(4);

        try (RunningWorker second = run("second", settings, message -> {
            done.add(key(message));
            return Outcome.DONE;
        })) {
            awaitSettled();
        }
        assertThat(done).containsExactlyInAnyOrder("k0", "k1", "k2", "k3", "k4", "k5");
    }
}
