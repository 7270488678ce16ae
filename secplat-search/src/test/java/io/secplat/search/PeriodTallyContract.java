package io.secplat.search;

import static io.secplat.search.Documents.NOON;
import static io.secplat.search.Documents.down;
import static io.secplat.search.Documents.key;
import static io.secplat.search.Documents.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.EventHours.Span;
import io.secplat.search.HealthEvents.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is counted already, a period tells the same as a look at every event of it. Each test has a month of its own. */
public interface PeriodTallyContract {

    Duration HOUR = Duration.ofHours(1);

    HealthEvents events();

    EventHours hours();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void a_period_tells_what_its_events_tell(long seed) {
        Random dice = new Random(seed);
        Instant begin = month(seed);
        List<AssetKey> assets = List.of(key("roll-a"), key("roll-b"), key("roll-c"));
        events().append(checks(dice, begin, 400));
        IntStream.range(0, 30).filter(i -> dice.nextInt(3) > 0).forEach(i -> hours().count(hour(begin, i)));
        assertSame(dice, assets, begin);

        events().append(checks(dice, begin, 20));
        assertSame(dice, assets, begin);

        hours().standings(begin, hour(begin, 30)).stream()
                .filter(hour -> !hour.upToDate())
                .forEach(hour -> hours().count(hour.hour()));
        assertThat(hours().standings(begin, hour(begin, 30))).allMatch(EventHours.Standing::upToDate);
        assertSame(dice, assets, begin);
    }

    @Test
    default void an_asset_that_is_not_monitored_any_more_is_left_out_of_counted_hours_too() {
        Instant begin = month(4);
        events().append(List.of(up("left", begin.plusSeconds(60)), down("gone", begin.plusSeconds(60))));
        hours().count(begin);

        assertThat(tally(List.of(key("left")), begin.minusSeconds(1), hour(begin, 2)))
                .isEqualTo(new Tally(1, 1, 20.0));
    }

    @Test
    default void a_period_within_one_hour_is_told_by_its_events() {
        Instant begin = month(5);
        events().append(List.of(up("short", begin.plusSeconds(60)), up("short", begin.plusSeconds(120))));

        assertThat(tally(List.of(key("short")), begin.plusSeconds(60), begin.plusSeconds(180)))
                .isEqualTo(new Tally(1, 1, 20.0));
    }

    @Test
    default void too_many_events_in_uncounted_hours_are_refused_and_told_until_the_hours_are_counted() {
        Instant begin = month(6);
        List<AssetKey> assets = List.of(key("much"));
        events().append(IntStream.range(0, 4 * 6)
                .mapToObj(i -> up("much", begin.plus(Duration.ofMinutes(10L * i))))
                .toList());
        PeriodTally bounded = new PeriodTally(hours(), 17);
        Instant since = begin.minusSeconds(1);
        Instant now = hour(begin, 4);

        assertThatThrownBy(() -> bounded.tally(assets, since, now))
                .isInstanceOfSatisfying(HoursUncountedException.class, refused -> assertThat(refused.hours())
                        .isEqualTo(4));
        hours().count(hour(begin, 3));
        assertThatThrownBy(() -> bounded.tally(assets, since, now)).isInstanceOf(HoursUncountedException.class);
        hours().count(hour(begin, 2));

        assertThat(bounded.tally(assets, since, now)).isEqualTo(new Tally(24, 24, 20.0));
    }

    @Test
    default void few_events_in_many_uncounted_hours_are_looked_at() {
        Instant begin = month(7);
        events().append(IntStream.range(0, 8)
                .mapToObj(i -> up("few", hour(begin, i)))
                .toList());

        assertThat(new PeriodTally(hours(), 8).tally(List.of(key("few")), begin.minusSeconds(1), hour(begin, 20)))
                .isEqualTo(new Tally(8, 8, 20.0));
    }

    private void assertSame(Random dice, List<AssetKey> assets, Instant begin) {
        for (int i = 0; i < 12; i++) {
            Instant since = moment(dice, begin, 0, 20);
            Instant now = moment(dice, begin, 20, 31);
            assertThat(tally(assets, since, now))
                    .as("after %s, at %s", since, now)
                    .isEqualTo(hours().tally(assets, List.of(), List.of(Span.after(since))));
        }
    }

    private Tally tally(List<AssetKey> assets, Instant since, Instant now) {
        return new PeriodTally(hours()).tally(assets, since, now);
    }

    /** Checks of three assets and a stranger in thirty hours, half of them close to a full hour, one hour in five empty. */
    private static List<HealthEventDocument> checks(Random dice, Instant begin, int count) {
        return Stream.generate(() -> moment(dice, begin, 0, 30))
                .map(at -> Instant.ofEpochSecond(at.getEpochSecond()))
                .filter(at -> at.atZone(java.time.ZoneOffset.UTC).getHour() % 5 != 0)
                .limit(count)
                .map(at -> {
                    String asset =
                            List.of("roll-a", "roll-b", "roll-c", "stranger").get(dice.nextInt(4));
                    return dice.nextInt(4) == 0 ? down(asset, at) : up(asset, at);
                })
                .toList();
    }

    private static Instant moment(Random dice, Instant begin, int from, int until) {
        Instant hour = hour(begin, from + dice.nextInt(until - from));
        return switch (dice.nextInt(4)) {
            case 0 -> hour;
            case 1 -> hour.plusSeconds(dice.nextInt(3) - 1);
            default -> hour.plusSeconds(dice.nextInt(3_600)).plusNanos(dice.nextInt(1_000_000_000));
        };
    }

    private static Instant month(long number) {
        return NOON.plus(Duration.ofDays(31 * number));
    }

    private static Instant hour(Instant begin, int number) {
        return begin.plus(HOUR.multipliedBy(number));
    }
}
