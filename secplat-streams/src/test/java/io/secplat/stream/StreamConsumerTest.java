package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class StreamConsumerTest {

    private static final StreamName STREAM = StreamName.DERIVE;
    private static final ConsumerGroup GROUP = ConsumerGroup.DERIVERS;

    private final Clock clock = Clock.systemUTC();
    private final InMemoryCourier courier = new InMemoryCourier(clock);
    private final List<Message> seen = new CopyOnWriteArrayList<>();
    private final StreamConsumer.Surroundings surroundings = new StreamConsumer.Surroundings(
            clock,
            new Random(1),
            new Journal("test", clock, new PrintStream(OutputStream.nullOutputStream())),
            Thread::new);
    private final StreamConsumers consumers = new StreamConsumers(courier, surroundings);
    private final ConsumerSettings settings = ConsumerSettings.DEFAULT
            .withBlock(Duration.ofMillis(20))
            .withClaimIdle(Duration.ofSeconds(30))
            .withFailureReason("derive_failed")
            .withRetry(new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(8)));

    private RunningWorker run(ConsumerSettings how, MessageHandler handler) {
        return run("one", how, handler);
    }

    private RunningWorker run(String consumer, ConsumerSettings how, MessageHandler handler) {
        return new RunningWorker(consumers.each(Role.DERIVER, GROUP, consumer, how, message -> {
            seen.add(message);
            return handler.handle(message);
        }));
    }

    private String add(String key) {
        return courier.add(STREAM, Map.of("event_id", "event-" + key, "asset_keys", key));
    }

    private void awaitSettled() {
        await().until(() ->
                courier.state(GROUP).pending() == 0 && courier.state(GROUP).lag() == 0 && !seen.isEmpty());
    }

    private List<String> seenKeys() {
        return seen.stream()
                .map(message -> message.reader().texts("asset_keys").get(0))
                .toList();
    }

    @Test
    void a_message_that_is_done_is_acknowledged() throws Exception {
        add("a");
        try (RunningWorker running = run(settings, message -> Outcome.DONE)) {
            awaitSettled();
            assertThat(seen).hasSize(1);
            assertThat(courier.deadLetters(STREAM)).isEmpty();
        }
    }

    @Test
    void a_message_gets_six_deliveries_and_then_a_dead_letter() throws Exception {
        add("a");
        try (RunningWorker running = run(settings, message -> new Outcome.Retry("posture_away"))) {
            await().until(() -> courier.deadLetters(STREAM).size() == 1);
            awaitSettled();
        }
        assertThat(seen).hasSize(6).extracting(Message::attempts).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(courier.deadLetters(STREAM).get(0).fields())
                .containsEntry("error", "posture_away")
                .containsEntry("attempts", "5")
                .containsEntry("retryable", "true");
    }

    @Test
    void a_dead_letter_is_the_message_and_why_it_failed() throws Exception {
        String id = add("a");
        try (RunningWorker running = run(settings, message -> new Outcome.Park("invalid_payload"))) {
            await().until(() -> courier.deadLetters(STREAM).size() == 1);
        }
        Map<String, String> fields =
                new HashMap<>(courier.deadLetters(STREAM).get(0).fields());
        assertThat(Instant.parse(fields.remove(FieldNames.FAILED_AT))).isBeforeOrEqualTo(clock.instant());
        assertThat(fields)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "event_id", "event-a",
                        "asset_keys", "a",
                        "original_stream", "secplat.jobs.derive",
                        "original_id", id,
                        "error", "invalid_payload",
                        "retryable", "false",
                        "attempts", "0"));
    }

    @Test
    void a_handler_that_throws_counts_as_a_retry_with_the_failure_reason() throws Exception {
        add("a");
        try (RunningWorker running = run(settings, message -> {
            throw new IllegalStateException("bug");
        })) {
            await().until(() -> courier.deadLetters(STREAM).size() == 1);
        }
        assertThat(seen).hasSize(6);
        assertThat(courier.deadLetters(STREAM).get(0).fields()).containsEntry("error", "derive_failed");
    }

    @Test
    void what_is_held_is_tried_again_itself_and_no_attempt_is_counted() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        add("a");
        add("b");
        try (RunningWorker running =
                run(settings, message -> tries.incrementAndGet() < 9 ? new Outcome.Hold("api_away") : Outcome.DONE)) {
            await().until(() -> seen.size() == 10);
            awaitSettled();
        }
        assertThat(seenKeys()).containsExactly("a", "a", "a", "a", "a", "a", "a", "a", "a", "b");
        assertThat(seen).allMatch(message -> message.attempts() == 0);
        assertThat(courier.entries(STREAM)).hasSize(2);
    }

    @Test
    void a_delayed_retry_waits_and_does_not_block_its_neighbours() throws Exception {
        Instant due = clock.instant().plusMillis(400);
        AtomicBoolean early = new AtomicBoolean();
        courier.add(STREAM, Map.of("asset_keys", "late", "attempts", "1", "not_before", due.toString()));
        add("now");
        try (RunningWorker running = run(settings, message -> {
            early.compareAndSet(
                    false, message.attempts() == 1 && clock.instant().isBefore(due));
            return Outcome.DONE;
        })) {
            await().until(() -> seen.size() == 2);
            awaitSettled();
        }
        assertThat(seenKeys()).containsExactly("now", "late");
        assertThat(early).isFalse();
    }

    @Test
    void delayed_retries_beyond_the_limit_come_by_reclaim() throws Exception {
        String due = clock.instant().plusMillis(200).toString();
        for (String key : List.of("a", "b", "c")) {
            courier.add(STREAM, Map.of("asset_keys", key, "attempts", "1", "not_before", due));
        }
        ConsumerSettings how = settings.withHoldLimit(1).withClaimIdle(Duration.ofMillis(300));
        try (RunningWorker running = run(how, message -> Outcome.DONE)) {
            await().until(() -> seen.size() == 3);
            awaitSettled();
        }
        assertThat(seenKeys()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_wish_for_a_longer_delay_is_granted() throws Exception {
        add("a");
        Instant before = clock.instant();
        try (RunningWorker running = run(
                settings,
                message -> message.attempts() == 0
                        ? new Outcome.Retry("limited", Optional.of(Duration.ofMillis(300)))
                        : Outcome.DONE)) {
            await().until(() -> seen.size() == 2);
        }
        assertThat(Duration.between(before, clock.instant())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(seen.get(1).notBefore()).isPresent();
        assertThat(seen.get(1).eventId()).isEqualTo("event-a");
    }

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

    private static Outcome stickOnce(AtomicBoolean first, CountDownLatch finish) throws InterruptedException {
        if (first.getAndSet(false)) {
            finish.await();
        }
        return Outcome.DONE;
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
