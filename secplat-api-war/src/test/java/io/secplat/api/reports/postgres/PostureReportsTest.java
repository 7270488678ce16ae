package io.secplat.api.reports.postgres;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.posture.AnswerCache;
import io.secplat.api.posture.postgres.PostgresInventory;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.reports.Overviews;
import io.secplat.api.reports.PostureReports;
import io.secplat.api.reports.Report;
import io.secplat.api.reports.ReportPeriod;
import io.secplat.api.reports.Reporter;
import io.secplat.api.reports.Snapshot;
import io.secplat.api.reports.WhatChanged;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.runtime.MovingClock;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.PeriodTally;
import io.secplat.search.PostureFilter;
import io.secplat.search.memory.InMemoryRecord;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports over a real PostgreSQL and a record in memory. */
class PostureReportsTest {

    private static final Caller MIRA = new Caller("mira", AccessRole.ANALYST, "req-1");

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final MovingClock clock = new MovingClock();
    private final InMemoryRecord record = new InMemoryRecord();
    private final PostgresInventory inventory = new PostgresInventory(database);
    private final PostgresSnapshots snapshots = new PostgresSnapshots(database, 500, clock);
    private final Reporter reporter =
            new Reporter(record.statuses(), new PeriodTally(record.hours()), inventory, clock);
    private final PostureReports reports =
            new PostureReports(reporter, snapshots, inventory, summary -> new byte[0], clock);
    private final Overviews overviews = new Overviews(
            record.statuses(),
            inventory,
            new PostgresFiringAlerts(database, clock),
            snapshots,
            new AnswerCache(Duration.ZERO, clock),
            clock);

    @BeforeEach
    void three_assets_and_one_that_is_not_monitored_any_more() {
        monitored("up", AssetStatus.UP);
        monitored("down", AssetStatus.DOWN);
        monitored("new", AssetStatus.UNKNOWN);
        rows.run("INSERT INTO assets (asset_key, type, name) VALUES ('printer', 'host', 'printer')");
    }

    @Test
    void uptime_is_over_every_check_of_monitored_assets_in_the_period() {
        checks("up", 9, true);
        checks("down", 1, false);
        checks("printer", 5, false);
        record.events().append(List.of(check("up", Duration.ofHours(25), false)));

        assertThat(reports.summary(ReportPeriod.DAY).uptimePct()).isEqualTo(90.0);
        assertThat(reports.summary(ReportPeriod.WEEK).uptimePct()).isEqualTo(81.81);
    }

    @Test
    void counted_hours_and_late_events_tell_the_same_as_every_event() {
        checks("up", 300, true);
        checks("down", 200, false);
        checks("printer", 300, false);
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        for (int ago = 1; ago < 5; ago++) {
            record.hours().count(hour.minus(Duration.ofHours(ago)));
        }
        assertThat(reports.summary(ReportPeriod.DAY).uptimePct()).isEqualTo(60.0);

        record.events().append(List.of(check("up", Duration.ofMinutes(123).plusSeconds(1), false)));

        assertThat(reports.summary(ReportPeriod.DAY).uptimePct()).isEqualTo(59.88);
    }

    @Test
    void top_incidents_are_red_with_down_ones_first() {
        Report report = reports.summary(ReportPeriod.DAY);

        assertThat(report.topIncidents()).containsExactly("down", "new");
        assertThat(report.downAssets()).containsExactly("down");
        assertThat(report.totalAssets()).isEqualTo(3);
        assertThat(report.scoreAverage()).isEqualTo(33.3);
    }

    @Test
    void what_changed_goes_from_a_snapshot_to_now_or_to_another() {
        Snapshot before = reports.snapshot(ReportPeriod.DAY, MIRA);
        record.statuses().remove(List.of(new AssetKey("down")));
        Snapshot after = reports.snapshot(ReportPeriod.DAY, MIRA);

        WhatChanged now = reports.whatChanged(before.id(), Optional.empty());
        WhatChanged then = reports.whatChanged(before.id(), Optional.of(after.id()));

        assertThat(now.removed()).containsExactly("down");
        assertThat(now.scoreDelta()).isEqualTo(16.7);
        assertThat(then.redDelta()).isEqualTo(-1);
        assertThatThrownBy(() -> reports.whatChanged(999_999, Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Snapshot not found");
    }

    @Test
    void the_overview_compares_with_the_newest_snapshot_of_yesterday() {
        reports.snapshot(ReportPeriod.DAY, MIRA);
        clock.advance(Duration.ofHours(23).plusSeconds(1));
        JsonObject same = overview(PostureFilter.ALL);
        record.statuses().remove(List.of(new AssetKey("down")));
        JsonObject better = overview(PostureFilter.ALL).getJsonObject("executive_strip");

        assertThat(same.getJsonObject("executive_strip").getString("score_trend_vs_yesterday"))
                .isEqualTo("same");
        assertThat(better.getString("score_trend_vs_yesterday")).isEqualTo("up");
        assertThat(better.getInt("risk_change_24h")).isEqualTo(-1);
        assertThat(better.getInt("total_assets")).isEqualTo(2);
    }

    @Test
    void without_a_snapshot_of_yesterday_or_with_a_filter_nothing_is_compared() {
        JsonObject first = overview(PostureFilter.ALL).getJsonObject("executive_strip");
        reports.snapshot(ReportPeriod.DAY, MIRA);
        clock.advance(Duration.ofDays(1));
        JsonObject filtered = overview(new PostureFilter(List.of("prod"), List.of(), List.of(), List.of()))
                .getJsonObject("executive_strip");

        assertThat(first.isNull("score_trend_vs_yesterday")).isTrue();
        assertThat(first.isNull("risk_change_24h")).isTrue();
        assertThat(filtered.isNull("risk_change_24h")).isTrue();
        assertThat(filtered.getInt("total_assets")).isEqualTo(3);
    }

    @Test
    void the_overview_names_what_drives_it_as_the_inventory_calls_it() {
        JsonObject drivers = overview(PostureFilter.ALL).getJsonObject("top_drivers");

        JsonObject worst = drivers.getJsonArray("worst_assets").getJsonObject(0);
        assertThat(worst)
                .hasToString("{\"asset_id\":\"down\",\"name\":\"down.example.org\",\"posture_score\":0,"
                        + "\"status\":\"red\"}");
        assertThat(drivers.getJsonArray("by_reason")).hasToString("[{\"reason\":\"http_error\",\"count\":1}]");
        assertThat(drivers.getJsonArray("recently_updated").getJsonObject(0).getString("last_seen"))
                .isEqualTo("2026-05-04T07:20:00Z");
    }

    @Test
    void the_trend_holds_every_snapshot_of_its_range_oldest_first() {
        reports.snapshot(ReportPeriod.DAY, MIRA);
        clock.advance(Duration.ofHours(25));
        reports.snapshot(ReportPeriod.DAY, MIRA);

        assertThat(overviews.trend(Duration.ofDays(7))).hasSize(2);
        assertThat(overviews.trend(Duration.ofHours(24))).hasSize(1);
        assertThat(overviews.trend(Duration.ofDays(7)).getJsonObject(0))
                .hasToString("{\"created_at\":\"2026-05-04T07:20:00Z\",\"posture_score_avg\":33.3,\"green\":1,"
                        + "\"amber\":0,\"red\":2}");
    }

    private JsonObject overview(PostureFilter filter) {
        return overviews.overview(filter).json();
    }

    private void checks(String key, int count, boolean good) {
        record.events()
                .append(IntStream.range(0, count)
                        .mapToObj(i -> check(key, Duration.ofMinutes(i), good))
                        .toList());
    }

    private HealthEventDocument check(String key, Duration ago, boolean good) {
        Instant at = clock.instant().minus(ago);
        return new HealthEventDocument(new AssetKey(key), at, good, good ? 200 : 503, 91, ProbeKind.HTTP, null);
    }

    private void monitored(String key, AssetStatus status) {
        rows.website(key);
        record.statuses().write(List.of(new Write(document(key, status, false, clock.instant()), null)));
    }
}
