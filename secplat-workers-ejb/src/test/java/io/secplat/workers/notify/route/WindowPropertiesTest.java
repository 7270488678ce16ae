package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Windows at any second of a year with both changes of the clock, in zones that change it at other hours and by other steps. */
class WindowPropertiesTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final int YEAR = 366 * 24 * 60 * 60;
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    @Property(tries = 2_000)
    void a_window_is_open_from_its_begin_on_a_day_of_its_own_to_the_next_end(
            @ForAll("zones") ZoneId zone,
            @ForAll("times") LocalTime from,
            @ForAll("times") LocalTime to,
            @ForAll Set<DayOfWeek> days,
            @ForAll @IntRange(max = YEAR) int second) {
        Assume.that(!from.equals(to) && !days.isEmpty());
        Instant now = NEW_YEAR.plusSeconds(second);
        LocalDateTime there = LocalDateTime.ofInstant(now, zone);

        boolean open = Stream.of(there.toLocalDate(), there.toLocalDate().minusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .anyMatch(day -> !there.isBefore(day.atTime(from)) && there.isBefore(end(day, from, to)));

        assertThat(new Window(days, Optional.of(new Hours(from, to)), zone).contains(now))
                .isEqualTo(open);
    }

    @Property(tries = 2_000)
    void each_moment_is_in_a_daily_window_or_in_the_one_from_its_end_to_its_begin(
            @ForAll("zones") ZoneId zone,
            @ForAll("times") LocalTime from,
            @ForAll("times") LocalTime to,
            @ForAll @IntRange(max = YEAR) int second) {
        Assume.that(!from.equals(to));
        Instant now = NEW_YEAR.plusSeconds(second);
        Window one = new Window(EVERY_DAY, Optional.of(new Hours(from, to)), zone);
        Window other = new Window(EVERY_DAY, Optional.of(new Hours(to, from)), zone);

        assertThat(one.contains(now)).isNotEqualTo(other.contains(now));
    }

    @Property(tries = 1_000)
    void each_moment_is_on_one_day_of_the_week(@ForAll("zones") ZoneId zone, @ForAll @IntRange(max = YEAR) int second) {
        Instant now = NEW_YEAR.plusSeconds(second);

        assertThat(EVERY_DAY.stream().filter(day -> new Window(Set.of(day), Optional.empty(), zone).contains(now)))
                .hasSize(1);
    }

    private static LocalDateTime end(LocalDate day, LocalTime from, LocalTime to) {
        return to.isAfter(from) ? day.atTime(to) : day.plusDays(1).atTime(to);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "America/Santiago",
                        "Africa/Casablanca",
                        "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.of(minute / 60, minute % 60));
    }
}
