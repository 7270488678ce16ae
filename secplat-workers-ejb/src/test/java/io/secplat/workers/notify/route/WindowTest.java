package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T05:59:59Z, false",
        "2026-05-04T06:00:00Z, true",
        "2026-05-04T15:59:59Z, true",
        "2026-05-04T16:00:00Z, false",
        "2026-05-05T08:00:00Z, false"
    })
    void office_hours_of_a_monday_end_when_they_say(Instant now, boolean open) {
        assertThat(window("08:00", "18:00", DayOfWeek.MONDAY).contains(now)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-08T19:59:59Z, false",
        "2026-05-08T20:00:00Z, true",
        "2026-05-09T03:59:59Z, true",
        "2026-05-09T04:00:00Z, false",
        "2026-05-09T21:00:00Z, false",
        "2026-05-08T01:00:00Z, false"
    })
    void the_night_of_a_friday_goes_on_on_saturday(Instant now, boolean open) {
        assertThat(window("22:00", "06:00", DayOfWeek.FRIDAY).contains(now)).isEqualTo(open);
    }

    @Test
    void a_window_to_midnight_ends_there() {
        Window evening = window("18:00", "00:00", DayOfWeek.MONDAY);

        assertThat(evening.contains(Instant.parse("2026-05-04T21:59:59Z"))).isTrue();
        assertThat(evening.contains(Instant.parse("2026-05-04T22:00:00Z"))).isFalse();
    }

    /** On 29 March 2026 the clock goes from 02:00 to 03:00, on 25 October it shows 02:00 to 03:00 twice. */
    @Test
    void what_the_clock_skips_is_in_no_window_and_what_it_shows_twice_is_in_it_twice() {
        Window early = daily("02:00", "03:00");

        assertThat(open(early, "2026-03-28T12:00:00Z")).isZero();
        assertThat(open(early, "2026-10-24T12:00:00Z")).isEqualTo(Duration.ofHours(2));
        assertThat(open(early, "2026-05-04T12:00:00Z")).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void nights_with_a_change_of_the_clock_are_an_hour_shorter_or_longer() {
        Window night = daily("22:00", "06:00");

        assertThat(open(night, "2026-03-28T12:00:00Z")).isEqualTo(Duration.ofHours(7));
        assertThat(open(night, "2026-10-24T12:00:00Z")).isEqualTo(Duration.ofHours(9));
        assertThat(open(night, "2026-05-04T12:00:00Z")).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_window_without_hours_is_open_the_whole_day() {
        Window sunday = new Window(Set.of(DayOfWeek.SUNDAY), Optional.empty(), BERLIN);

        assertThat(sunday.contains(Instant.parse("2026-05-02T21:59:59Z"))).isFalse();
        assertThat(sunday.contains(Instant.parse("2026-05-02T22:00:00Z"))).isTrue();
        assertThat(sunday.contains(Instant.parse("2026-05-03T21:59:59Z"))).isTrue();
        assertThat(sunday.contains(Instant.parse("2026-05-03T22:00:00Z"))).isFalse();
    }

    @Test
    void hours_that_end_when_they_begin_and_windows_without_a_day_are_none() {
        assertThatThrownBy(() -> new Hours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Window(Set.of(), Optional.empty(), BERLIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** How long it is open in the 24 hours from then on, looked at each minute. */
    private static Duration open(Window window, String begin) {
        Instant start = Instant.parse(begin);
        return Duration.ofMinutes(LongStream.range(0, 24 * 60)
                .filter(minute -> window.contains(start.plusSeconds(60 * minute)))
                .count());
    }

    private static Window daily(String from, String to) {
        return window(from, to, DayOfWeek.values());
    }

    private static Window window(String from, String to, DayOfWeek... days) {
        Set<DayOfWeek> all = EnumSet.noneOf(DayOfWeek.class);
        all.addAll(java.util.List.of(days));
        return new Window(all, Optional.of(new Hours(LocalTime.parse(from), LocalTime.parse(to))), BERLIN);
    }
}
