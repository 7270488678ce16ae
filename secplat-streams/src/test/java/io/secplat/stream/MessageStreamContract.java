package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every stream promises to its consumers. */
public interface MessageStreamContract {

    Duration NO_WAIT = Duration.ZERO;
    Duration SOON = Duration.ofSeconds(5);
    Duration LONG_IDLE = Duration.ofMinutes(10);

    /** A courier over streams that are empty at the beginning of each test. */
    Courier courier();

    /** Loses everything the transport holds. */
    void flush();

    private MessageStream open(String consumer) {
        return courier().open(ConsumerGroup.DERIVERS, consumer);
    }

    private void publish(String... keys) {
        List<EventPublisher.Outgoing> events = new ArrayList<>();
        for (String key : keys) {
            events.add(Envelopes.derive(key));
        }
        courier().publisher().publish(events);
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream()
                .map(message -> message.reader().texts("asset_keys").get(0))
                .toList();
    }

    private StreamInspector.StreamState state() {
        return courier().inspector().inspect().get(StreamName.DERIVE);
    }

    private StreamInspector.GroupState group() {
        return state().groups().get(ConsumerGroup.DERIVERS.wire());
    }

    @Test
    default void a_message_that_is_not_acknowledged_comes_back() {
        publish("a");
        open("one").read(10, SOON);

        List<Message> back = new ArrayList<>();
        await().untilAsserted(() -> {
            back.addAll(open("two").reclaim(10, Duration.ofMillis(20)));
            assertThat(keys(back)).containsExactly("a");
        });
    }

    @Test
    default void others_hold_what_they_have_read_and_not_settled() {
        publish("a", "b");
        MessageStream one = open("one");
        MessageStream two = open("two");
        assertThat(one.othersHold()).isFalse();

        List<Message> read = one.read(1, SOON);
        assertThat(one.othersHold()).isFalse();
        assertThat(two.othersHold()).isTrue();

        two.read(1, SOON);
        assertThat(one.othersHold()).isTrue();
        one.acknowledge(List.of(read.get(0).id()));
        assertThat(two.othersHold()).isFalse();
        assertThat(one.othersHold()).isTrue();
    }

    @Test
    default void two_looks_with_room_find_everything_wherever_an_earlier_one_stopped() {
        publish("a", "b", "c", "d", "e");
        open("one").read(10, SOON);
        MessageStream heir = open("two");
        for (int stop = 1; stop < 6; stop++) {
            heir.reclaim(stop, Duration.ZERO);
            Set<String> found = new TreeSet<>(keys(heir.reclaim(100, Duration.ZERO)));
            found.addAll(keys(heir.reclaim(100, Duration.ZERO)));
            assertThat(found).containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    default void an_acknowledged_message_does_not_come_back() {
        publish("a");
        MessageStream stream = open("one");
        stream.acknowledge(List.of(stream.read(10, SOON).get(0).id()));

        assertThat(stream.reclaim(10, NO_WAIT)).isEmpty();
        assertThat(stream.read(10, NO_WAIT)).isEmpty();
        assertThat(group().pending()).isZero();
    }

    @Test
    default void what_was_published_before_the_group_existed_is_read() {
        publish("early");

        assertThat(keys(open("one").read(10, SOON))).containsExactly("early");
    }

    @Test
    default void a_read_waits_no_longer_than_it_was_told() {
        MessageStream stream = open("one");

        assertThat(stream.read(10, Duration.ofMillis(50))).isEmpty();
    }

    @Test
    default void nothing_is_reclaimed_before_it_was_idle() {
        publish("a");
        open("one").read(10, SOON);

        assertThat(open("two").reclaim(10, LONG_IDLE)).isEmpty();
    }

    @Test
    default void what_is_refreshed_is_not_reclaimed() {
        publish("a");
        MessageStream one = open("one");
        String id = one.read(10, SOON).get(0).id();
        Duration idle = Duration.ofMillis(1500);
        await().until(() -> group().oldestIdleMs() >= idle.toMillis());

        one.refresh(List.of(id));

        assertThat(open("two").reclaim(10, idle)).isEmpty();
    }

    @Test
    default void two_consumers_share_the_work() {
        publish("a", "b", "c");

        List<String> first = keys(open("one").read(2, SOON));
        List<String> second = keys(open("two").read(2, SOON));

        assertThat(first).containsExactly("a", "b");
        assertThat(second).containsExactly("c");
    }

    @Test
    default void two_groups_each_get_everything() {
        courier().publisher().publish(List.of());
        Map<String, String> fields = Map.of("event_type", "posture.changed");
        MessageStream correlators = courier().open(ConsumerGroup.CORRELATORS, "one");
        MessageStream evaluators = courier().open(ConsumerGroup.ALERT_EVALUATORS, "one");
        correlators.divide("1-0", List.of(fields), List.of());

        assertThat(correlators.read(10, SOON)).hasSize(1);
        assertThat(evaluators.read(10, SOON)).hasSize(1);
    }

    @Test
    default void a_replaced_message_comes_again_as_its_copy_only() {
        publish("a");
        MessageStream stream = open("one");
        Message message = stream.read(10, SOON).get(0);

        stream.replace(message.id(), Map.of("asset_keys", "a", "attempts", "1"));

        List<Message> copies = stream.read(10, SOON);
        assertThat(copies).singleElement().satisfies(copy -> assertThat(copy.fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of("asset_keys", "a", "attempts", "1")));
        assertThat(group().pending()).isEqualTo(1);
    }

    @Test
    default void a_buried_message_is_a_dead_letter_and_settled() {
        publish("a");
        MessageStream stream = open("one");

        stream.bury(stream.read(10, SOON).get(0).id(), Map.of("error", "invalid_payload"));

        assertThat(state().deadLetters()).isEqualTo(1);
        assertThat(group().pending()).isZero();
        assertThat(group().lag()).isZero();
    }

    @Test
    default void a_divided_message_leaves_copies_and_dead_letters() {
        publish("a");
        MessageStream stream = open("one");

        stream.divide(
                stream.read(10, SOON).get(0).id(),
                List.of(Map.of("asset_keys", "b"), Map.of("asset_keys", "c")),
                List.of(Map.of("error", "rejected")));

        assertThat(keys(stream.read(10, SOON))).containsExactly("b", "c");
        assertThat(state().deadLetters()).isEqualTo(1);
    }

    @Test
    default void the_group_is_made_again_when_everything_was_lost() {
        MessageStream stream = open("one");
        publish("a");
        stream.read(10, SOON);

        flush();

        stream.refresh(List.of("1-0"));
        assertThat(stream.reclaim(10, NO_WAIT)).isEmpty();
        publish("b");
        assertThat(keys(stream.read(10, SOON))).containsExactly("b");
    }

    @Test
    default void the_inspector_tells_lag_and_pending() {
        MessageStream stream = open("one");
        publish("a", "b", "c");
        List<Message> read = stream.read(2, SOON);

        StreamInspector.GroupState group = group();

        assertThat(state().length()).isEqualTo(3);
        assertThat(group.pending()).isEqualTo(2);
        assertThat(group.lag()).isEqualTo(1);
        assertThat(group.minId()).isEqualTo(read.get(0).id());
        assertThat(group.maxId()).isEqualTo(read.get(1).id());
        assertThat(group.oldestIdleMs()).isNotNegative();
    }

    @Test
    default void the_inspector_counts_streams_that_do_not_exist_as_empty() {
        assertThat(courier().inspector().inspect())
                .hasSize(StreamName.values().length)
                .allSatisfy((name, state) ->
                        assertThat(state.length() + state.deadLetters()).isZero());
    }

    @Test
    default void trimming_removes_only_what_every_group_has_settled() {
        MessageStream stream = open("one");
        publish("a", "b", "c", "d");
        List<Message> read = stream.read(3, SOON);
        stream.acknowledge(List.of(read.get(0).id(), read.get(2).id()));

        assertThat(courier().trimmer().trim()).isEqualTo(1);
        assertThat(state().length()).isEqualTo(3);
        assertThat(group().lag()).isEqualTo(1);

        stream.acknowledge(List.of(read.get(1).id()));
        assertThat(courier().trimmer().trim()).isEqualTo(2);
        assertThat(keys(stream.read(3, SOON))).containsExactly("d");
    }

    @Test
    default void a_stream_with_a_missing_reader_is_not_trimmed() {
        MessageStream correlators = courier().open(ConsumerGroup.CORRELATORS, "one");
        correlators.divide("1-0", List.of(Map.of("event_type", "finding.created")), List.of());
        correlators.acknowledge(List.of(correlators.read(1, SOON).get(0).id()));

        assertThat(courier().trimmer().trim()).isZero();
        assertThat(courier().open(ConsumerGroup.ALERT_EVALUATORS, "one").read(1, SOON))
                .hasSize(1);
    }
}
