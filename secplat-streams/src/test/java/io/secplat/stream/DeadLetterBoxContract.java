package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every box of dead letters promises to operators. */
public interface DeadLetterBoxContract {

    String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    Courier courier();

    private DeadLetterBox box() {
        return courier().deadLetters();
    }

    /** Buries a message that failed in the group of that name; the id of its dead letter. */
    private String bury(String eventId) {
        Map<String, String> fields =
                new HashMap<>(Map.of("event_id", eventId, "event_type", "derive.requested", "asset_keys", "[\"a\"]"));
        fields.put("not_before", "2026-05-04T07:20:00Z");
        fields.put("traceparent", TRACEPARENT);
        Map<String, String> letter = new HashMap<>(DeadLetters.of(
                StreamName.DERIVE,
                new Message("7-0", fields),
                "derive_failed",
                true,
                5,
                Instant.parse("2026-05-04T07:21:00Z")));
        letter.put("channel", "slack");
        courier().publisher().bury(StreamName.DERIVE, letter);
        return box().newest(StreamName.DERIVE).orElseThrow();
    }

    private List<Message> back() {
        return courier().open(ConsumerGroup.DERIVERS, "one").read(100, Duration.ZERO);
    }

    private List<String> ids() {
        return box().page(StreamName.DERIVE, 100, Optional.empty()).stream()
                .map(Message::id)
                .toList();
    }

    @Test
    default void dead_letters_are_listed_newest_first_page_by_page() {
        String first = bury("e1");
        String second = bury("e2");
        String third = bury("e3");

        List<Message> page = box().page(StreamName.DERIVE, 2, Optional.empty());
        assertThat(page).extracting(Message::id).containsExactly(third, second);
        assertThat(page.get(0).fields()).containsEntry("error", "derive_failed").containsEntry("event_id", "e3");
        assertThat(box().page(StreamName.DERIVE, 2, Optional.of(second)))
                .extracting(Message::id)
                .containsExactly(first);
        assertThat(box().page(StreamName.SCAN, 2, Optional.empty())).isEmpty();
        assertThat(box().newest(StreamName.SCAN)).isEmpty();
    }

    @Test
    default void ids_are_told_oldest_first_up_to_a_last_one() {
        String first = bury("e1");
        String second = bury("e2");
        bury("e3");

        assertThat(box().ids(StreamName.DERIVE, 10, Optional.empty(), second)).containsExactly(first, second);
        assertThat(box().ids(StreamName.DERIVE, 10, Optional.of(first), second)).containsExactly(second);
        assertThat(box().ids(StreamName.DERIVE, 1, Optional.empty(), second)).containsExactly(first);
    }

    @Test
    default void a_replayed_message_is_what_it_was_before_it_failed_and_is_dead_no_more() {
        String id = bury("e1");
        String other = bury("e2");

        assertThat(box().replay(StreamName.DERIVE, List.of(id, "999-0"))).containsExactly(id);

        assertThat(back()).singleElement().satisfies(message -> assertThat(message.fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "event_id",
                        "e1",
                        "event_type",
                        "derive.requested",
                        "asset_keys",
                        "[\"a\"]",
                        "traceparent",
                        TRACEPARENT)));
        assertThat(ids()).containsExactly(other);
        assertThat(box().replay(StreamName.DERIVE, List.of(id))).isEmpty();
        assertThat(back()).isEmpty();
    }

    @Test
    default void a_letter_without_a_stream_of_ours_goes_back_to_the_stream_it_lies_with() {
        courier().publisher().bury(StreamName.DERIVE, Map.of("event_id", "e1", "original_stream", "elsewhere"));
        courier().publisher().bury(StreamName.DERIVE, Map.of("event_id", "e2"));

        assertThat(box().replay(StreamName.DERIVE, ids())).hasSize(2);
        assertThat(back()).extracting(Message::eventId).containsExactlyInAnyOrder("e1", "e2");
    }

    @Test
    default void a_letter_goes_back_to_the_stream_it_names() {
        courier()
                .publisher()
                .bury(StreamName.SCAN, Map.of("event_id", "e1", "original_stream", StreamName.DERIVE.wire()));

        String id = box().newest(StreamName.SCAN).orElseThrow();
        assertThat(box().replay(StreamName.SCAN, List.of(id))).hasSize(1);
        assertThat(back()).hasSize(1);
    }

    @Test
    default void a_letter_that_holds_no_message_stays() {
        courier().publisher().bury(StreamName.DERIVE, Map.of("error", "derive_failed"));

        assertThat(box().replay(StreamName.DERIVE, ids())).isEmpty();
        assertThat(ids()).hasSize(1);
    }

    @Test
    default void a_letter_is_replayed_once_however_many_ask_for_it() throws Exception {
        List<String> letters = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            letters.add(bury("e" + n));
        }
        CyclicBarrier start = new CyclicBarrier(4);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        int replayed = 0;
        try {
            List<Future<Set<String>>> askers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                askers.add(pool.submit(() -> {
                    start.await();
                    return box().replay(StreamName.DERIVE, letters);
                }));
            }
            for (Future<Set<String>> asker : askers) {
                replayed += asker.get().size();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(replayed).isEqualTo(40);
        List<String> events = back().stream().map(Message::eventId).toList();
        assertThat(events).hasSize(40);
        assertThat(new HashSet<>(events)).hasSize(40);
        assertThat(ids()).isEmpty();
    }

    @Test
    default void a_discarded_letter_is_gone_for_good() {
        String id = bury("e1");

        assertThat(box().discard(StreamName.DERIVE, id)).isTrue();
        assertThat(box().discard(StreamName.DERIVE, id)).isFalse();
        assertThat(ids()).isEmpty();
        assertThat(back()).isEmpty();
    }
}
