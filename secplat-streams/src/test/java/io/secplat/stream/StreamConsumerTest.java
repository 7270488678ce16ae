package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.FieldNames;
import io.secplat.runtime.CurrentWork;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class StreamConsumerTest extends ConsumerBench {

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
    void a_handler_works_on_its_message_and_for_the_request_that_caused_it() throws Exception {
        List<CurrentWork> works = new CopyOnWriteArrayList<>();
        String unused = courier.add(STREAM, Map.of("event_id", "event-a", "request_id", "web-7Qd2"));
        try (RunningWorker running = run(settings, message -> {
            works.add(CurrentWork.here());
            return Outcome.DONE;
        })) {
            awaitSettled();
        }
        assertThat(works)
                .containsExactly(new CurrentWork(Optional.of("web-7Qd2"), Optional.of("event-a"), Optional.empty()));
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
}
