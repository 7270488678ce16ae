package io.secplat.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.json.JsonWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every feed promises. */
public interface LiveFeedContract {

    /** A feed that nothing was added to yet. */
    LiveFeed feed();

    @Test
    default void events_come_in_the_order_in_which_they_were_added() {
        Position before = feed().end();
        feed().append(List.of(event(1), event(2)));
        feed().append(List.of(event(3)));

        List<LiveFeed.Entry> entries = feed().after(before, 10, Duration.ZERO);

        assertThat(entries).extracting(LiveFeed.Entry::event).containsExactly(event(1), event(2), event(3));
        assertThat(entries).extracting(LiveFeed.Entry::position).isSorted();
        assertThat(feed().end()).isEqualTo(entries.get(2).position());
    }

    @Test
    default void who_waits_gets_an_event_as_soon_as_it_is_there() {
        Position end = feed().end();
        CompletableFuture<List<LiveFeed.Entry>> waiting =
                CompletableFuture.supplyAsync(() -> feed().after(end, 10, Duration.ofSeconds(30)));

        feed().append(List.of(event(1)));

        await().untilAsserted(() -> assertThat(waiting).isCompletedWithValueMatching(found -> found.size() == 1));
    }

    @Test
    default void an_empty_feed_has_a_place_to_begin_at_and_nothing_after_it() {
        Position end = feed().end();

        assertThat(feed().end()).isEqualTo(end);
        assertThat(feed().after(end, 10, Duration.ofMillis(1))).isEmpty();
        assertThat(feed().since(end, 10)).hasValue(List.of());
    }

    @Test
    default void what_came_after_a_place_is_told_as_long_as_the_feed_holds_the_place() {
        feed().append(List.of(event(1), event(2), event(3)));
        Position first = feed().after(new Position(0, 0), 10, Duration.ZERO).stream()
                .filter(entry -> entry.event().equals(event(1)))
                .findFirst()
                .orElseThrow()
                .position();

        assertThat(feed().since(first, 10).orElseThrow())
                .extracting(LiveFeed.Entry::event)
                .containsExactly(event(2), event(3));
        assertThat(feed().since(first, 1).orElseThrow())
                .extracting(LiveFeed.Entry::event)
                .containsExactly(event(2));
        assertThat(feed().since(new Position(1, 0), 10)).isEmpty();
    }

    @Test
    default void a_place_that_many_events_ago_is_not_held_any_more() {
        Position old = feed().end();
        for (int n = 0; n < 12; n++) {
            int from = n * 1_000;
            feed().append(IntStream.range(from, from + 1_000)
                    .mapToObj(LiveFeedContract::event)
                    .toList());
        }

        assertThat(feed().since(old, 10)).isEmpty();
    }

    private static LiveEvent event(int n) {
        return new LiveEvent("job.state", new JsonWriter().put("job_id", n).build());
    }
}
