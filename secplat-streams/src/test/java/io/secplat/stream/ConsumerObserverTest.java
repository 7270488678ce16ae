package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class ConsumerObserverTest extends ConsumerBench {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final StreamConsumers observed = new StreamConsumers(
            courier,
            new StreamConsumer.Surroundings(
                    clock, surroundings.random(), surroundings.journal(), Thread::new, new Notes()));

    private RunningWorker observe(ConsumerSettings how, MessageHandler handler) {
        return new RunningWorker(observed.each(Role.DERIVER, GROUP, "one", how, message -> {
            seen.add(message);
            return handler.handle(message);
        }));
    }

    @Test
    void what_is_done_is_told_as_handled_alone() throws Exception {
        add("a");
        try (RunningWorker running = observe(settings, message -> Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(heard).containsExactly("handled 1");
    }

    @Test
    void each_retry_and_the_dead_letter_at_the_end_are_told() throws Exception {
        ConsumerSettings twice = settings.withRetry(new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(2)));
        add("a");
        try (RunningWorker running = observe(twice, message -> new Outcome.Retry("posture_away"))) {
            await().until(() -> heard.size() == 6);
            awaitSettled();
        }
        assertThat(heard)
                .containsExactly("handled 1", "retried", "handled 1", "retried", "handled 1", "buried posture_away");
    }

    @Test
    void a_handler_that_throws_is_told_as_handled_too() throws Exception {
        add("a");
        try (RunningWorker running = observe(settings, message -> {
            if (message.attempts() == 0) {
                throw new IllegalStateException("bug");
            }
            return Outcome.DONE;
        })) {
            await().until(() -> heard.size() == 3);
        }
        assertThat(heard).containsExactly("handled 1", "retried", "handled 1");
    }

    @Test
    void what_is_held_is_told_each_time() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        add("a");
        try (RunningWorker running = observe(
                settings, message -> tries.incrementAndGet() < 3 ? new Outcome.Hold("api_away") : Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(heard).containsExactly("handled 1", "held 1", "handled 1", "held 1", "handled 1");
    }

    @Test
    void what_is_taken_over_from_another_consumer_is_told() throws Exception {
        add("a");
        add("b");
        courier.open(GROUP, "gone").read(10, Duration.ZERO);
        try (RunningWorker running = observe(settings.withClaimIdle(Duration.ofMillis(50)), message -> Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(heard).containsOnlyOnce("reclaimed 2");
    }

    private final class Notes implements ConsumerObserver {

        @Override
        public void handled(ConsumerGroup group, int messages, Duration took) {
            heard.add((took.isNegative() ? "negative " : "handled ") + messages);
        }

        @Override
        public void retried(ConsumerGroup group) {
            heard.add("retried");
        }

        @Override
        public void buried(ConsumerGroup group, String reason) {
            heard.add("buried " + reason);
        }

        @Override
        public void reclaimed(ConsumerGroup group, int entries) {
            heard.add("reclaimed " + entries);
        }

        @Override
        public void held(ConsumerGroup group, int messages) {
            heard.add("held " + messages);
        }
    }
}
