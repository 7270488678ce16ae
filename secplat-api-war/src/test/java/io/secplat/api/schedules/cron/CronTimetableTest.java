package io.secplat.api.schedules.cron;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.schedules.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimetableTest {

    private final Timetable timetable = new CronTimetable();

    @ParameterizedTest
    @CsvSource({
        "30 2 * * *, UTC, 2026-05-04T02:30:00Z, 2026-05-05T02:30:00Z",
        "30 2 * * *, Europe/Berlin, 2026-05-04T00:00:00Z, 2026-05-04T00:30:00Z",
        "*/15 * * * *, UTC, 2026-05-04T07:20:11Z, 2026-05-04T07:30:00Z",
        "0 6 * * 1-5, America/New_York, 2026-05-01T12:00:00Z, 2026-05-04T10:00:00Z",
        "0 0 29 2 *, UTC, 2026-05-04T00:00:00Z, 2028-02-29T00:00:00Z",
        "0 9 * JAN MON, UTC, 2026-05-04T00:00:00Z, 2027-01-04T09:00:00Z",
        "0 9 * * 7, UTC, 2026-05-04T00:00:00Z, 2026-05-10T09:00:00Z",
        "0 22/1 * * *, UTC, 2026-05-04T22:30:00Z, 2026-05-04T23:00:00Z",
        "0 0 13 * 5, UTC, 2026-05-04T00:00:00Z, 2026-05-08T00:00:00Z",
        "0 0 13 * 5, UTC, 2026-05-08T00:00:00Z, 2026-05-13T00:00:00Z",
    })
    void the_next_time_is_after_the_one_given_in_the_zone_of_the_schedule(
            String cron, String zone, Instant after, Instant next) {
        assertThat(timetable.next(cron, ZoneId.of(zone), after)).contains(next);
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_met_an_hour_later_and_one_that_comes_twice_once() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant beforeSpring = Instant.parse("2026-03-28T12:00:00Z");
        Instant spring = timetable.next("30 2 * * *", berlin, beforeSpring).orElseThrow();
        Instant autumn = timetable
                .next("30 2 * * *", berlin, Instant.parse("2026-10-24T12:00:00Z"))
                .orElseThrow();

        assertThat(spring).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(autumn).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(timetable.next("30 2 * * *", berlin, autumn)).contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void over_a_year_of_changing_clocks_times_only_go_forward_and_no_day_is_left_out() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int day = 0; day < 365; day++) {
            Instant next = timetable.next("30 2 * * *", berlin, at).orElseThrow();
            assertThat(next).isAfter(at);
            at = next;
        }
        assertThat(at).isEqualTo("2026-12-31T01:30:00Z");
    }

    @Test
    void a_day_that_never_comes_is_never() {
        assertThat(timetable.next("0 0 31 2 *", ZoneId.of("UTC"), Instant.parse("2026-05-04T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "* * * *", "* * * * * *", "60 * * * *", "a * * * *", "@daily", "*/0 * * * *", "5-1 * * * *"})
    void what_is_no_expression_of_five_fields_is_refused(String cron) {
        assertThat(timetable.objection(cron)).isPresent();
        assertThat(timetable.objection("0 3 * * *")).isEmpty();
    }
}
