package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.model.Severity;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.pipeline.Acceptance;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of an attempt whose end nobody saw. */
@SuppressWarnings("try")
class NotifierDoubtTest extends NotifierBench {

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);

    @Test
    void a_channel_that_accepted_without_saying_so_is_asked_and_not_told_twice() {
        chat.does(parcel -> Optional.of(chat.accept(parcel, new Delivery.Uncertain())));
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            awaitSettled();
        }
        assertThat(chat.asked()).hasSize(1);
        assertThat(deliveries()).singleElement().satisfies(delivery -> assertThat(delivery.sent())
                .isTrue());
    }

    @Test
    void a_channel_that_did_not_accept_is_told_again() {
        AtomicInteger count = new AtomicInteger();
        chat.does(parcel -> count.incrementAndGet() == 1 ? Optional.of(new Delivery.Uncertain()) : Optional.empty());
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            awaitSettled();
        }
        assertThat(chat.asked()).hasSize(2);
        assertThat(chat.told()).hasSize(1);
    }

    @Test
    void one_that_asks_for_time_at_the_last_try_is_asked_afterwards_and_not_given_up() {
        AtomicInteger count = new AtomicInteger();
        chat.does(parcel -> {
            if (count.incrementAndGet() <= RETRIES) {
                return Optional.of(new Delivery.TryAgain(Optional.empty()));
            }
            gate.close(ChannelName.SLACK, chat.recipient(), Duration.ofMillis(300));
            return Optional.of(chat.accept(parcel, new Delivery.Uncertain()));
        });
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            awaitSettled();
        }
        assertThat(chat.asked()).hasSize(RETRIES + 1);
        assertThat(courier.deadLetters(NOTIFY)).isEmpty();
        assertThat(deliveries()).singleElement().satisfies(delivery -> assertThat(delivery.sent())
                .isTrue());
    }

    /** The whole story of a notifier that stood still while it asked: its heir asked as well, told, and it wakes up with an old answer. */
    @Test
    void what_another_told_while_the_channel_was_asked_is_not_told_again() {
        AtomicInteger count = new AtomicInteger();
        chat.does(parcel -> count.incrementAndGet() == 1 ? Optional.of(new Delivery.Uncertain()) : Optional.empty());
        Acceptance byHeir = new Acceptance("heir", 1, clock.instant(), JsonValue.EMPTY_JSON_OBJECT);
        chat.onFind(() -> memory.remember(Map.of("asset.down:a", byHeir), ChannelName.SLACK));
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            awaitSettled();
        }
        assertThat(chat.sought()).hasSize(1);
        assertThat(chat.asked()).hasSize(1);
        assertThat(chat.told()).isEmpty();
        assertThat(courier.deadLetters(NOTIFY)).isEmpty();
    }

    @Test
    void a_channel_that_cannot_say_hears_it_again_rather_than_never() {
        AtomicInteger count = new AtomicInteger();
        chat.forgets();
        chat.does(parcel -> count.incrementAndGet() == 1
                ? Optional.of(chat.accept(parcel, new Delivery.Uncertain()))
                : Optional.empty());
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            awaitSettled();
        }
        assertThat(chat.told()).hasSize(2);
    }

    @Test
    void a_notifier_that_died_after_the_channel_accepted_leaves_no_second_message() throws Exception {
        chat.does(parcel -> {
            Delivery unused = chat.accept(parcel, new Delivery.Uncertain());
            throw new AssertionError("killed");
        });
        tell("asset.down", "a", Severity.HIGH);
        MessageHandler dying = handler(List.of(chat));
        RunningWorker first = run(message -> {
            try {
                return dying.handle(message);
            } catch (AssertionError e) {
                throw new InterruptedException("killed between acceptance and record");
            }
        });
        await().until(() -> !first.isAlive());
        chat.accepts();
        try (RunningWorker second = run(chat)) {
            awaitSettled();
        }
        assertThat(chat.told()).hasSize(1);
        assertThat(deliveries()).hasSize(1);
    }

    @Test
    void a_notifier_whose_turn_is_over_tells_nothing_until_it_is_its_turn_again() {
        memory.foreign(true);
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().during(Duration.ofMillis(300)).until(() -> chat.asked().isEmpty());
            memory.foreign(false);
            awaitSettled();
        }
        assertThat(chat.told()).hasSize(1);
    }

    /** As when a notifier dies between the two. */
    @Test
    void what_follows_finds_its_thread_though_that_was_not_noted_with_the_acceptance() {
        Acceptance accepted = new Acceptance(
                "asset.down:a",
                1,
                clock.instant(),
                Json.createObjectBuilder().add("ref", "first").build());
        memory.remember(Map.of("asset.down:a", accepted), ChannelName.SLACK);
        tell("asset.down", "a", Severity.HIGH);
        tell("asset.recovered", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == 2);
        }
        assertThat(chat.told()).singleElement().satisfies(parcel -> assertThat(parcel.answers())
                .contains(Json.createObjectBuilder().add("ref", "first").build()));
    }

    /** As one that stood still meanwhile: somebody else may have told it. */
    @Test
    void an_attempt_that_was_slow_to_begin_is_looked_for_before_it_is_made() {
        AtomicInteger begun = new AtomicInteger();
        memory.onBegin(() -> {
            if (begun.incrementAndGet() == 1) {
                await().pollDelay(Duration.ofMillis(60)).until(() -> true);
            }
        });
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            awaitSettled();
        }
        assertThat(begun).hasValue(2);
        assertThat(chat.sought()).hasSize(1);
        assertThat(chat.told()).hasSize(1);
    }
}
