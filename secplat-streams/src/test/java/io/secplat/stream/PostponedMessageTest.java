package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.FieldNames;
import io.secplat.runtime.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class PostponedMessageTest extends ConsumerBench {

    @Test
    void a_message_whose_turn_comes_later_is_handled_again_and_no_attempt_is_counted() throws Exception {
        add("a");
        Instant begun = clock.instant();
        try (RunningWorker running =
                run(settings, message -> seen.size() < 10 ? new Outcome.Later(Duration.ofMillis(20)) : Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(seen).hasSize(10).allSatisfy(message -> assertThat(message.attempts())
                .isZero());
        assertThat(Duration.between(begun, clock.instant())).isGreaterThanOrEqualTo(Duration.ofMillis(180));
        assertThat(courier.entries(STREAM)).hasSize(1);
    }

    @Test
    void it_holds_up_nobody_and_stays_pending() throws Exception {
        add("a");
        add("b");
        add("c");
        try (RunningWorker running =
                run(settings, message -> isFirst(message) ? new Outcome.Later(Duration.ofDays(1)) : Outcome.DONE)) {
            await().until(() -> seenKeys().size() == 3 && courier.state(GROUP).pending() == 1);
        }
        assertThat(seenKeys()).containsExactly("a", "b", "c");
        try (RunningWorker next = run("two", settings.withClaimIdle(Duration.ofMillis(40)), message -> Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(seenKeys()).containsExactly("a", "b", "c", "a");
    }

    private static boolean isFirst(Message message) {
        return message.eventId().equals("event-a");
    }

    @Test
    void without_room_to_wait_it_comes_again_from_the_stream() throws Exception {
        add("a");
        try (RunningWorker running = run(
                settings.withHoldLimit(0).withClaimIdle(Duration.ofMillis(40)),
                message -> seen.size() < 3 ? new Outcome.Later(Duration.ofMillis(1)) : Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(seen).hasSize(3);
    }

    @Test
    void a_part_whose_turn_comes_later_gets_a_copy() throws Exception {
        add("a");
        try (RunningWorker running = run(settings, message -> seen.size() == 1 ? divided() : Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(seen).hasSize(3);
        assertThat(seen.get(1).fields()).containsEntry("channel", "now").doesNotContainKey(FieldNames.NOT_BEFORE);
        assertThat(seen.get(2).fields()).containsEntry("channel", "soon").containsKey(FieldNames.NOT_BEFORE);
        assertThat(seen).allSatisfy(message -> assertThat(message.attempts()).isZero());
    }

    private static Outcome divided() {
        return new Outcome.Divided(List.of(
                new Outcome.Part(Map.of("channel", "soon"), new Outcome.Later(Duration.ofMillis(50))),
                new Outcome.Part(Map.of("channel", "now"), new Outcome.Later(Duration.ZERO))));
    }

    @Test
    void messages_that_come_back_all_the_time_leave_room_for_new_ones() throws Exception {
        for (int n = 0; n < 100; n++) {
            add("busy-" + n);
        }
        try (RunningWorker running = run(
                settings,
                message ->
                        message.eventId().startsWith("event-busy") ? new Outcome.Later(Duration.ZERO) : Outcome.DONE)) {
            await().until(() -> seen.size() > 1_000);
            add("new");
            await().until(() -> seenKeys().contains("new"));
        }
    }

    @Test
    void a_sole_consumer_begins_with_what_was_left_a_moment_ago() throws Exception {
        add("a");
        add("b");
        try (RunningWorker first = run(settings, message -> new Outcome.Later(Duration.ofDays(1)))) {
            await().until(() -> seen.size() == 2);
        }
        add("c");
        seen.clear();
        try (RunningWorker heir = run("two", settings.alone(), message -> Outcome.DONE)) {
            awaitSettled();
        }
        assertThat(seenKeys()).containsExactly("a", "b", "c");
    }

    @Test
    void a_sole_consumer_works_first_on_what_another_has_read_before_it() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        add("first");
        try (RunningWorker heir = run("two", settings.alone().withBatch(1), message -> {
            busy.await();
            return Outcome.DONE;
        })) {
            await().until(() -> seen.size() == 1);
            add("a");
            assertThat(courier.open(GROUP, "one").read(1, Duration.ZERO)).hasSize(1);
            add("b");
            busy.countDown();
            await().until(() -> seen.size() == 3);
            awaitSettled();
        }
        assertThat(seenKeys()).containsExactly("first", "a", "b");
    }

    @Test
    void a_sole_consumer_finds_at_once_what_a_lost_answer_had_brought() throws Exception {
        add("a");
        courier.losesNextRead();
        try (RunningWorker running = run(settings.alone(), message -> Outcome.DONE)) {
            await().until(() -> seen.size() == 1);
            add("b");
            await().until(() -> seen.size() == 2);
            awaitSettled();
        }
        assertThat(seenKeys()).containsExactly("a", "b");
    }

    @Test
    void a_handler_hears_of_messages_in_the_order_of_the_stream_before_it_gets_them() throws Exception {
        for (int n = 0; n < 200; n++) {
            add("n" + n);
        }
        Arrivals arrivals = new Arrivals();
        try (RunningWorker running = new RunningWorker(consumers.each(
                Role.DERIVER, GROUP, "one", settings.withConcurrency(8).withBatch(20), arrivals))) {
            await().until(() -> arrivals.handled.size() == 200);
        }
        assertThat(arrivals.early).isEmpty();
        assertThat(arrivals.heard)
                .containsExactlyElementsOf(
                        courier.entries(STREAM).stream().map(Message::eventId).toList());
    }

    private static final class Arrivals implements MessageHandler {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final List<String> handled = new CopyOnWriteArrayList<>();
        private final List<String> early = new CopyOnWriteArrayList<>();

        @Override
        public Outcome handle(Message message) {
            if (!heard.contains(message.eventId())) {
                early.add(message.eventId());
            }
            handled.add(message.eventId());
            return Outcome.DONE;
        }

        @Override
        public void arrived(List<Message> messages) {
            messages.forEach(message -> heard.add(message.eventId()));
        }
    }
}
