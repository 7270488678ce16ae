package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class StreamConsumerFailureTest extends ConsumerBench {

    @Test
    void a_crash_between_effect_and_acknowledgement_repeats_the_message() throws Exception {
        ConsumerSettings how = settings.withClaimIdle(Duration.ofMillis(200));
        CountDownLatch never = new CountDownLatch(1);
        add("a");
        RunningWorker first = run("first", how, message -> {
            never.await();
            return Outcome.DONE;
        });
        await().until(() -> seen.size() == 1);
        first.kill();

        try (RunningWorker second = run("second", how, message -> Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(seenKeys()).containsExactly("a", "a");
    }

    @Test
    void a_slow_message_stays_with_its_consumer() throws Exception {
        ConsumerSettings how = settings.withClaimIdle(Duration.ofMillis(300));
        CountDownLatch finish = new CountDownLatch(1);
        add("slow");
        try (RunningWorker one = run("one", how, message -> {
                    finish.await();
                    return Outcome.DONE;
                });
                RunningWorker two = run("two", how, message -> Outcome.DONE)) {
            await().until(() -> seen.size() == 1 && one.beats() + two.beats() > 0);
            int beats = one.beats() + two.beats();
            await().during(900, TimeUnit.MILLISECONDS).until(() -> seen.size() == 1);
            assertThat(one.beats() + two.beats()).isGreaterThan(beats + 3);
            finish.countDown();
            awaitSettled();
        }
        assertThat(seen).hasSize(1);
    }

    @Test
    void a_consumer_that_is_stuck_loses_its_message() throws Exception {
        ConsumerSettings how = settings.withClaimIdle(Duration.ofMillis(100)).withWorkLimit(Duration.ofMillis(200));
        CountDownLatch finish = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        add("a");
        try (RunningWorker one = run("one", how, message -> stickOnce(first, finish));
                RunningWorker two = run("two", how, message -> stickOnce(first, finish))) {
            await().until(() -> seen.size() == 2);
            finish.countDown();
            awaitSettled();
        }
    }

    @Test
    void a_courier_that_goes_away_costs_no_attempt_and_no_restart() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        add("a");
        try (RunningWorker running = run(settings, message -> {
            if (away.getAndSet(false)) {
                courier.away(true);
            }
            return Outcome.DONE;
        })) {
            await().until(() -> !away.get());
            assertThat(running.isAlive()).isTrue();
            courier.away(false);
            add("b");
            await().until(() -> seenKeys().contains("b"));
            awaitSettled();
        }
        assertThat(seen).hasSize(2).allMatch(message -> message.attempts() == 0);
    }

    @Test
    void a_courier_that_is_away_inside_a_handler_holds_the_message() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        add("a");
        try (RunningWorker running = run(settings, message -> {
            if (tries.incrementAndGet() < 4) {
                throw new CourierUnavailableException(new IllegalStateException());
            }
            return Outcome.DONE;
        })) {
            awaitSettled();
        }
        assertThat(seen).hasSize(4).allMatch(message -> message.attempts() == 0);
    }

    @Test
    void a_divided_message_leaves_only_what_failed() throws Exception {
        add("a");
        try (RunningWorker running = run(
                settings,
                message -> message.attempts() > 0
                        ? Outcome.DONE
                        : new Outcome.Divided(List.of(
                                new Outcome.Part(Map.of("channels", "[\"slack\"]"), new Outcome.Retry("later")),
                                new Outcome.Part(Map.of("channel", "jira"), new Outcome.Park("rejected")))))) {
            await().until(() -> seen.size() == 2);
            awaitSettled();
        }
        assertThat(seen.get(1).fields())
                .containsEntry("channels", "[\"slack\"]")
                .containsEntry("attempts", "1");
        assertThat(courier.deadLetters(STREAM)).singleElement().satisfies(letter -> assertThat(letter.fields())
                .containsEntry("channel", "jira")
                .containsEntry("retryable", "false")
                .doesNotContainKey("channels"));
    }

    @Test
    void one_bad_message_does_not_spoil_its_batch() throws Exception {
        List.of("a", "bad", "b").forEach(this::add);
        Worker batches = consumers.inBatches(Role.DERIVER, GROUP, "one", settings, messages -> {
            seen.addAll(messages);
            Map<String, Outcome> outcomes = new HashMap<>();
            for (Message message : messages) {
                if (message.fields().get("asset_keys").equals("bad")) {
                    throw new IllegalArgumentException();
                }
                outcomes.put(message.id(), Outcome.DONE);
            }
            return outcomes;
        });
        try (RunningWorker running = new RunningWorker(batches)) {
            await().until(() -> courier.deadLetters(STREAM).size() == 1);
            awaitSettled();
        }
        assertThat(courier.deadLetters(STREAM).get(0).fields()).containsEntry("asset_keys", "bad");
    }

    @Test
    void a_polite_stop_finishes_what_is_in_hand_and_leaves_the_rest() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        List.of("a", "b", "c").forEach(this::add);
        RunningWorker running = run(settings, message -> {
            working.countDown();
            finish.await();
            return Outcome.DONE;
        });
        working.await();
        running.ask();
        finish.countDown();
        running.close();

        assertThat(seenKeys()).containsExactly("a");
        assertThat(courier.state(GROUP).pending()).isEqualTo(2);
    }

    @Test
    void a_member_called_attempts_is_not_mistaken_for_retries() {
        Message fresh = new Message("1-0", Map.of("payload", "{\"attempts\":3}", "attempts", "3"));
        Message again = new Message(
                "2-0", Map.of("payload", "{\"attempts\":3}", "attempts", "1", "not_before", "2026-05-04T07:20:00Z"));

        assertThat(fresh.attempts()).isZero();
        assertThat(again.attempts()).isEqualTo(1);
    }
}
