package io.secplat.api.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.search.HealthEvents.Tally;
import io.secplat.search.PostureSummary;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports and the difference between two, without any store. */
class ReportsTest {

    private static final Instant T = Instant.parse("2026-05-04T07:21:00Z");

    @Test
    void nine_good_checks_of_ten_are_ninety_percent() {
        assertThat(report(new Tally(10, 9, 91.04)).uptimePct()).isEqualTo(90.0);
        assertThat(report(new Tally(10, 9, 91.04)).latencyMs()).isEqualTo(91.0);
    }

    @Test
    void one_failed_check_of_very_many_is_never_a_hundred_percent() {
        assertThat(report(new Tally(28_800_000, 28_799_999, 91.0)).uptimePct()).isEqualTo(99.99);
        assertThat(report(new Tally(3, 3, 91.0)).uptimePct()).isEqualTo(100.0);
    }

    @Test
    void without_checks_nothing_is_said_about_them() {
        JsonObject json = report(Tally.NONE).json().build();

        assertThat(json.isNull("uptime_pct")).isTrue();
        assertThat(json.isNull("avg_latency_ms")).isTrue();
        assertThat(json.getString("period")).isEqualTo("24h");
    }

    @Test
    void what_changed_is_the_difference_of_counts_and_of_down_assets() {
        Snapshot from = new Snapshot(4, T, report(90.04, 10, 1, List.of("a", "b")));
        WhatChanged change = WhatChanged.until(from, report(88.0, 8, 3, List.of("b", "c")), T.plusSeconds(60));
        JsonObject json = change.json();

        assertThat(json.getJsonObject("from").getInt("id")).isEqualTo(4);
        assertThat(json.getJsonObject("to").getString("id")).isEqualTo("current");
        assertThat(json.getJsonNumber("score_delta").doubleValue()).isEqualTo(-2.0);
        assertThat(json.getInt("green_delta")).isEqualTo(-2);
        assertThat(json.getInt("red_delta")).isEqualTo(2);
        assertThat(json.getJsonArray("incidents_added")).hasToString("[\"c\"]");
        assertThat(json.getJsonArray("incidents_removed")).hasToString("[\"a\"]");
    }

    @Test
    void between_two_snapshots_the_later_one_keeps_its_id() {
        Snapshot from = new Snapshot(4, T, report(90.0, 10, 1, List.of()));
        Snapshot to = new Snapshot(5, T, report(90.0, 10, 1, List.of()));

        assertThat(WhatChanged.between(from, to).json().getJsonObject("to").getInt("id"))
                .isEqualTo(5);
    }

    static Report report(double score, int green, int red, List<String> down) {
        PostureSummary summary = new PostureSummary(green + red, green, 0, red, score, 0, 0, 0, down);
        return Report.of(ReportPeriod.DAY, summary, down, new Tally(10, 9, 91.0));
    }

    private static Report report(Tally tally) {
        return Report.of(ReportPeriod.DAY, new PostureSummary(0, 0, 0, 0, null, 0, 0, 0, List.of()), List.of(), tally);
    }
}
