package io.secplat.search;

import static io.secplat.search.Documents.NOON;
import static io.secplat.search.Documents.down;
import static io.secplat.search.Documents.key;
import static io.secplat.search.Documents.up;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.search.EventHours.Span;
import io.secplat.search.EventHours.Standing;
import io.secplat.search.HealthEvents.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every record of counted hours promises. Each test has a day of its own. */
public interface EventHoursContract {

    HealthEvents events();

    EventHours hours();

    @Test
    default void an_hour_stands_uncounted_then_counted_then_out_of_date_when_a_late_event_comes() {
        Instant noon = day(1);
        events().append(List.of(up("stand", noon), up("stand", noon.plusSeconds(3_599)), up("stand", hour(noon, 2))));
        assertThat(standings(noon)).containsExactly(new Standing(noon, 2, null), new Standing(hour(noon, 2), 1, null));

        assertThat(hours().count(noon)).isTrue();
        assertThat(standings(noon)).contains(new Standing(noon, 2, 2L));
        assertThat(standings(noon).get(0).upToDate()).isTrue();

        events().append(List.of(down("stand", noon.plusSeconds(60))));
        assertThat(standings(noon)).contains(new Standing(noon, 3, 2L));
        assertThat(standings(noon).get(0).upToDate()).isFalse();

        hours().count(noon);
        assertThat(standings(noon)).contains(new Standing(noon, 3, 3L));
    }

    @Test
    default void a_period_without_events_has_no_standings() {
        assertThat(standings(day(2))).isEmpty();
    }

    @Test
    default void counted_hours_tell_of_each_asset_what_its_events_tell() {
        Instant noon = day(3);
        events().append(List.of(
                up("of-a", noon),
                down("of-a", noon.plusSeconds(60)),
                up("of-b", noon.plusSeconds(3_599)),
                up("of-a", hour(noon, 1))));
        hours().count(noon);
        hours().count(hour(noon, 1));

        assertThat(counted("of-a", noon)).isEqualTo(new Tally(2, 1, 30.0));
        assertThat(counted("of-b", noon)).isEqualTo(new Tally(1, 1, 20.0));
        assertThat(counted("of-c", noon)).isEqualTo(Tally.NONE);
        assertThat(hours().tally(List.of(key("of-a"), key("of-b")), List.of(noon, hour(noon, 1)), List.of()))
                .isEqualTo(new Tally(4, 3, 25.0));
    }

    @Test
    default void an_hour_that_is_counted_again_is_counted_once() {
        Instant noon = day(4);
        events().append(List.of(up("again", noon)));
        hours().count(noon);
        events().append(List.of(down("again", noon.plusSeconds(60))));
        hours().count(noon);
        hours().count(noon);

        assertThat(counted("again", noon)).isEqualTo(new Tally(2, 1, 30.0));
    }

    @Test
    default void hours_and_spans_of_events_add_up() {
        Instant noon = day(5);
        events().append(IntStream.range(0, 240)
                .mapToObj(i ->
                        i % 10 == 0 ? down("mix", noon.plusSeconds(60L * i)) : up("mix", noon.plusSeconds(60L * i)))
                .toList());
        hours().count(hour(noon, 1));
        List<Span> spans = List.of(new Span(noon.plusSeconds(1), hour(noon, 1)), new Span(hour(noon, 2), null));

        Tally tally = hours().tally(List.of(key("mix")), List.of(hour(noon, 1)), spans);

        assertThat(tally).isEqualTo(new Tally(239, 216, (216 * 20 + 23 * 40) / 239.0));
        assertThat(tally).isEqualTo(events("mix", Span.after(noon)));
    }

    @Test
    default void a_span_holds_its_first_moment_and_not_its_end() {
        Instant noon = day(6);
        events().append(List.of(up("bounds", noon), up("bounds", hour(noon, 1))));

        assertThat(events("bounds", new Span(noon, hour(noon, 1)))).isEqualTo(new Tally(1, 1, 20.0));
        assertThat(events("bounds", Span.after(noon))).isEqualTo(new Tally(1, 1, 20.0));
    }

    /** As in {@link HealthEventDocument}: an answer 200 with the wrong body is no success. */
    @Test
    default void an_event_that_states_an_error_is_counted_as_a_failure_even_with_code_200() {
        Instant noon = day(7);
        HealthEventDocument wrongBody =
                new HealthEventDocument(key("body"), noon, false, 200, 30, ProbeKind.HTTP, ProbeError.BODY_MISMATCH);
        events().append(List.of(wrongBody, up("body", noon.plusSeconds(60))));
        hours().count(noon);

        assertThat(events("body", Span.after(noon.minusSeconds(1)))).isEqualTo(new Tally(2, 1, 25.0));
        assertThat(counted("body", noon)).isEqualTo(new Tally(2, 1, 25.0));
    }

    @Test
    default void checks_are_counted_over_more_assets_than_a_cluster_takes_terms() {
        Instant noon = day(8);
        events().append(List.of(up("crowd-1", noon), up("crowd-2", noon), down("crowd-69999", noon)));
        hours().count(noon);
        List<AssetKey> crowd =
                IntStream.range(2, 70_000).mapToObj(i -> key("crowd-" + i)).toList();

        assertThat(hours().tally(crowd, List.of(), List.of(Span.after(noon.minusSeconds(1)))))
                .isEqualTo(new Tally(2, 1, 30.0));
        assertThat(hours().tally(crowd, List.of(noon), List.of())).isEqualTo(new Tally(2, 1, 30.0));
    }

    @Test
    default void nothing_is_counted_of_no_assets_and_of_nothing() {
        Instant noon = day(9);
        events().append(List.of(up("some", noon)));

        assertThat(hours().tally(List.of(), List.of(noon), List.of(Span.after(noon.minusSeconds(1)))))
                .isEqualTo(Tally.NONE);
        assertThat(hours().tally(List.of(key("some")), List.of(), List.of())).isEqualTo(Tally.NONE);
    }

    private Tally counted(String asset, Instant hour) {
        return hours().tally(List.of(key(asset)), List.of(hour), List.of());
    }

    private Tally events(String asset, Span span) {
        return hours().tally(List.of(key(asset)), List.of(), List.of(span));
    }

    private List<Standing> standings(Instant noon) {
        return hours().standings(noon, hour(noon, 4));
    }

    private static Instant day(int number) {
        return NOON.plus(Duration.ofDays(number));
    }

    private static Instant hour(Instant noon, int number) {
        return noon.plus(Duration.ofHours(number));
    }
}
