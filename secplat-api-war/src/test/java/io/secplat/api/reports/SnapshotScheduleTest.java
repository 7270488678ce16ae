package io.secplat.api.reports;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.posture.FakeInventory;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.runtime.MovingClock;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.EventHours;
import io.secplat.search.EventHours.Standing;
import io.secplat.search.HealthEvents.Tally;
import io.secplat.search.PeriodTally;
import io.secplat.search.memory.InMemoryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnapshotScheduleTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MovingClock clock = new MovingClock();
    private final InMemoryRecord record = new InMemoryRecord();
    private final FakeSnapshots snapshots = new FakeSnapshots(clock);
    private final Reporter reporter =
            new Reporter(record.statuses(), new PeriodTally(record.hours()), new FakeInventory(), clock);

    @Test
    void a_snapshot_is_taken_when_the_newest_is_old_enough() {
        anAsset();
        turn(HOUR);
        clock.advance(Duration.ofMinutes(59));
        turn(HOUR);
        assertThat(snapshots.stored()).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        turn(HOUR);
        assertThat(snapshots.stored()).hasSize(2);
    }

    @Test
    void nothing_is_stored_while_there_is_nothing_to_tell_or_the_record_is_away() {
        turn(HOUR);
        anAsset();
        record.goAway();
        turn(HOUR);

        assertThat(snapshots.stored()).isEmpty();
    }

    @Test
    void nothing_is_stored_while_too_much_of_the_period_is_not_counted_yet() {
        anAsset();
        List<Standing> uncounted = Stream.of(2, 3, 4)
                .map(ago -> new Standing(clock.instant().minus(HOUR.multipliedBy(ago)), 2_000_000, null))
                .toList();
        Reporter refusing =
                new Reporter(record.statuses(), new PeriodTally(new Uncounted(uncounted)), new FakeInventory(), clock);

        new SnapshotSchedule(refusing, snapshots, HOUR, clock, TestDatabase.silent()).run();

        assertThat(snapshots.stored()).isEmpty();
    }

    @Test
    void an_interval_of_zero_switches_it_off() {
        anAsset();
        turn(Duration.ZERO);

        assertThat(snapshots.stored()).isEmpty();
    }

    /** Hours that stand as they are told to; nothing can be asked of them. */
    private record Uncounted(List<Standing> standings) implements EventHours {

        @Override
        public List<Standing> standings(Instant from, Instant until) {
            return standings;
        }

        @Override
        public boolean count(Instant hour) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tally tally(Collection<AssetKey> assets, List<Instant> hours, List<Span> spans) {
            throw new UnsupportedOperationException();
        }
    }

    private void anAsset() {
        record.statuses().write(List.of(new Write(document("a", AssetStatus.UP, false, clock.instant()), null)));
    }

    private void turn(Duration interval) {
        new SnapshotSchedule(reporter, snapshots, interval, clock, TestDatabase.silent()).run();
    }
}
