package io.secplat.api.reports.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.reports.Report;
import io.secplat.api.reports.ReportPeriod;
import io.secplat.api.reports.Snapshot;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.runtime.MovingClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostgresSnapshotsTest {

    private static final Caller MIRA = new Caller("mira", AccessRole.ANALYST, "req-1");

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final MovingClock clock = new MovingClock();
    private final PostgresSnapshots snapshots = new PostgresSnapshots(database, 3, clock);

    @Test
    void a_report_comes_back_as_it_was_stored_and_its_audit_row_with_it() {
        Snapshot saved = snapshots.save(report(90.0), MIRA);

        assertThat(saved.report()).isEqualTo(report(90.0));
        assertThat(snapshots.find(saved.id())).contains(saved);
        assertThat(snapshots.find(saved.id() + 1)).isEmpty();
        assertThat(rows.audited()).containsExactly("posture_report.snapshot");
        assertThat(rows.one("SELECT request_id || ' ' || user_name FROM audit_events", String.class))
                .isEqualTo("req-1 mira");
    }

    @Test
    void a_report_without_checks_comes_back_as_well() {
        Report empty = new Report(ReportPeriod.WEEK, null, null, null, List.of(), 0, 0, 0, 0, List.of());

        assertThat(snapshots.save(empty, MIRA).report()).isEqualTo(empty);
    }

    @Test
    void only_the_newest_are_kept_and_they_are_listed_newest_first() {
        List<Integer> ids = IntStream.range(0, 5)
                .mapToObj(i -> snapshots.save(report(90.0 + i), MIRA).id())
                .toList();

        assertThat(ids(snapshots.page(10, Optional.empty()))).containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(ids(snapshots.page(1, Optional.of(ids.get(4))))).containsExactly(ids.get(3));
    }

    @Test
    void a_snapshot_whose_audit_row_fails_is_not_stored() {
        rows.run("ALTER TABLE audit_events ADD CONSTRAINT none CHECK (action <> 'posture_report.snapshot')");

        assertThatThrownBy(() -> snapshots.save(report(90.0), MIRA)).isInstanceOf(RuntimeException.class);
        assertThat(snapshots.page(10, Optional.empty())).isEmpty();
    }

    @Test
    void yesterday_is_the_newest_that_is_old_enough_and_the_trend_is_oldest_first() {
        Snapshot first = snapshots.save(report(70.0), MIRA);
        clock.advance(Duration.ofHours(2));
        Snapshot second = snapshots.save(report(80.0), MIRA);
        clock.advance(Duration.ofHours(23));
        Snapshot third = snapshots.save(report(90.0), MIRA);

        assertThat(snapshots.newestBefore(clock.instant().minus(Duration.ofHours(23))))
                .contains(first);
        assertThat(snapshots.newestBefore(clock.instant().minus(Duration.ofHours(22))))
                .contains(second);
        assertThat(snapshots.newestBefore(first.createdAt())).isEmpty();
        assertThat(snapshots.since(second.createdAt())).containsExactly(second, third);
    }

    @Test
    void of_many_servers_one_stores_the_snapshot_that_is_due_and_nothing_is_audited() throws Exception {
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Optional<Snapshot>>> turns = IntStream.range(0, 4)
                    .mapToObj(i -> servers.submit(() -> snapshots.saveUnlessSince(
                            report(90.0), clock.instant().minus(Duration.ofHours(1)))))
                    .toList();
            int stored = 0;
            for (Future<Optional<Snapshot>> turn : turns) {
                stored += turn.get().isPresent() ? 1 : 0;
            }
            assertThat(stored).isEqualTo(1);
        } finally {
            servers.shutdownNow();
        }
        assertThat(rows.audited()).isEmpty();
    }

    private static Report report(double score) {
        return new Report(ReportPeriod.DAY, 99.5, score, 91.2, List.of("a", "b"), 20, 15, 3, 2, List.of("a"));
    }

    private static List<Integer> ids(List<Snapshot> some) {
        return some.stream().map(Snapshot::id).toList();
    }
}
