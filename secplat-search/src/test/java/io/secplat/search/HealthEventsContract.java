package io.secplat.search;

import static io.secplat.search.Documents.NOON;
import static io.secplat.search.Documents.down;
import static io.secplat.search.Documents.key;
import static io.secplat.search.Documents.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.search.HealthEvents.History;
import io.secplat.search.HealthEvents.HistoryQuestion;
import io.secplat.search.HealthEvents.Page;
import io.secplat.search.HealthEvents.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every record of health events promises. Each test uses assets of its own. */
public interface HealthEventsContract {

    HealthEvents events();

    @Test
    default void nothing_is_known_of_an_asset_that_was_never_checked() {
        assertThat(events().newest(List.of(key("never")), 21)).isEmpty();
        assertThat(events().since(key("never"), NOON)).isEmpty();
        assertThat(events().timeline(key("never"), NOON, Optional.empty()).events())
                .isEmpty();
    }

    @Test
    default void an_event_is_found_as_soon_as_it_is_written_and_is_equal() {
        events().append(List.of(down("equal", NOON)));

        assertThat(events().newest(List.of(key("equal")), 21))
                .containsEntry(key("equal"), List.of(down("equal", NOON)));
    }

    @Test
    default void the_same_check_written_twice_is_one_event() {
        events().append(List.of(up("twice", NOON)));
        events().append(List.of(up("twice", NOON), up("twice", NOON.plusSeconds(60))));

        assertThat(events().newest(List.of(key("twice")), 21).get(key("twice"))).hasSize(2);
    }

    @Test
    default void the_newest_results_of_each_asset_come_oldest_first() {
        events().append(minutes("many-a", 30));
        events().append(minutes("many-b", 3));

        var newest = events().newest(List.of(key("many-a"), key("many-b"), key("many-c")), 21);

        assertThat(newest).containsOnlyKeys(key("many-a"), key("many-b"));
        assertThat(newest.get(key("many-a"))).isEqualTo(minutes("many-a", 30).subList(9, 30));
        assertThat(newest.get(key("many-b"))).isEqualTo(minutes("many-b", 3));
    }

    @Test
    default void every_result_after_a_time_comes_oldest_first_however_many_there_are() {
        events().append(minutes("long", 1_200));

        List<HealthEventDocument> since = events().since(key("long"), NOON.plusSeconds(60));

        assertThat(since).isEqualTo(minutes("long", 1_200).subList(2, 1_200));
    }

    @Test
    default void a_timeline_is_read_page_by_page_newest_first() {
        events().append(minutes("paged", 120));
        List<Instant> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;

        do {
            Page page = events().timeline(key("paged"), NOON.plusSeconds(60), cursor);
            page.events().forEach(event -> seen.add(event.timestamp()));
            cursor = page.nextCursor();
            pages++;
        } while (cursor.isPresent());

        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .isEqualTo(IntStream.rangeClosed(1, 118)
                        .mapToObj(i -> NOON.plusSeconds(60L * (120 - i)))
                        .toList());
    }

    @Test
    default void a_cursor_that_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> events().timeline(key("any"), NOON, Optional.of("no cursor")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void checks_are_counted_per_period_before_a_time() {
        events().append(List.of(
                up("count", NOON), down("count", NOON.plusSeconds(60)), up("count", NOON.plusSeconds(120))));
        Duration minute = Duration.ofMinutes(1);
        Duration hour = Duration.ofHours(1);

        var tallies = events().tally(key("count"), NOON.plusSeconds(60), List.of(minute, hour));

        assertThat(tallies).containsEntry(minute, new Tally(1, 0, 40.0)).containsEntry(hour, new Tally(2, 1, 30.0));
    }

    @Test
    default void a_history_holds_timeline_newest_result_and_tallies() {
        events().append(minutes("story", 60));
        events().append(List.of(down("story", NOON.plusSeconds(3_600))));
        Instant until = NOON.plusSeconds(3_600);
        Duration minute = Duration.ofMinutes(1);
        Duration day = Duration.ofDays(1);

        HistoryQuestion first = new HistoryQuestion(NOON, Optional.empty(), until, List.of(minute, day));
        History history = events().history(key("story"), first);
        HistoryQuestion second =
                new HistoryQuestion(NOON, history.timeline().nextCursor(), until.minusSeconds(60), List.of(minute));
        History rest = events().history(key("story"), second);

        assertThat(history.timeline().events()).hasSize(50).first().isEqualTo(down("story", until));
        assertThat(history.newest()).contains(down("story", until));
        assertThat(history.tallies())
                .containsEntry(minute, new Tally(1, 0, 40.0))
                .containsEntry(day, new Tally(61, 60, 1240 / 61.0));
        assertThat(rest.timeline().events()).hasSize(10);
        assertThat(rest.timeline().nextCursor()).isEmpty();
        assertThat(rest.newest()).contains(down("story", until));
        assertThat(rest.tallies()).isEqualTo(Map.of(minute, new Tally(1, 1, 20.0)));
    }

    @Test
    default void the_history_of_an_asset_that_was_never_checked_is_empty() {
        History nothing = events().history(
                        key("unheard"),
                        new HistoryQuestion(NOON, Optional.empty(), NOON, List.of(Duration.ofHours(1))));

        assertThat(nothing.timeline().events()).isEmpty();
        assertThat(nothing.newest()).isEmpty();
        assertThat(nothing.tallies()).containsValue(Tally.NONE);
    }

    /** As in {@link HealthEventDocument}: an answer 200 with the wrong body is no success. */
    @Test
    default void an_event_that_states_an_error_is_counted_as_a_failure_even_with_code_200() {
        HealthEventDocument wrongBody =
                new HealthEventDocument(key("body"), NOON, false, 200, 30, ProbeKind.HTTP, ProbeError.BODY_MISMATCH);
        events().append(List.of(wrongBody, up("body", NOON.plusSeconds(60))));

        Duration hour = Duration.ofHours(1);
        assertThat(events().tally(key("body"), NOON.plusSeconds(60), List.of(hour)))
                .containsEntry(hour, new Tally(2, 1, 25.0));
        assertThat(events().newest(List.of(key("body")), 21).get(key("body")))
                .first()
                .isEqualTo(wrongBody);
    }

    private static List<HealthEventDocument> minutes(String asset, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> up(asset, NOON.plusSeconds(60L * i)))
                .toList();
    }
}
