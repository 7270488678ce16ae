package io.secplat.workers.posture;

import static io.secplat.search.Documents.down;
import static io.secplat.search.Documents.up;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetKey;
import io.secplat.search.EventHours;
import io.secplat.search.HealthEvents.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HourCountingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final DerivationStage stage = new DerivationStage();
    private final Instant now = stage.clock.instant().truncatedTo(ChronoUnit.HOURS);
    private final Recorded hours = new Recorded(stage.record.hours());

    @BeforeEach
    void the_last_hour_has_settled() {
        stage.pass(HourCounting.SETTLING);
    }

    @Test
    void an_hour_is_counted_once_two_minutes_after_its_end() {
        stage.pass(Duration.between(stage.clock.instant(), now.plus(HOUR).plusSeconds(119)));
        stage.record.events().append(List.of(up("web", now), up("web", now.plus(HOUR))));
        HourCounting counting = counting();
        counting.run();
        assertThat(hours.counted).isEmpty();

        stage.pass(Duration.ofSeconds(1));
        counting.run();
        counting.run();

        assertThat(hours.counted).containsExactly(now);
    }

    @Test
    void what_was_missed_is_counted_newest_first_and_late_events_make_an_hour_due_again() {
        stage.record.events().append(List.of(up("web", ago(3)), up("web", ago(1)), up("web", ago(700))));
        stage.pass(HOUR);
        HourCounting counting = counting();
        counting.run();
        assertThat(hours.counted).containsExactly(ago(1), ago(3), ago(700));

        stage.record.events().append(List.of(down("web", ago(3).plusSeconds(60))));
        counting.run();

        assertThat(hours.counted).containsExactly(ago(1), ago(3), ago(700), ago(3));
    }

    @Test
    void hours_beyond_its_reach_are_left_alone() {
        stage.record.events().append(List.of(up("web", ago(31 * 24)), up("web", ago(31 * 24 + 1))));

        counting().run();

        assertThat(hours.counted).containsExactly(ago(31 * 24));
    }

    @Test
    void a_turn_begins_no_hour_after_thirty_seconds_and_the_next_goes_on() {
        stage.record
                .events()
                .append(IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> up("web", ago(i)))
                        .toList());
        hours.takes = Duration.ofSeconds(11);
        HourCounting counting = counting();

        counting.run();
        assertThat(hours.counted).containsExactly(ago(1), ago(2), ago(3));
        counting.run();

        assertThat(hours.counted).containsExactly(ago(1), ago(2), ago(3), ago(4), ago(5));
    }

    @Test
    void a_turn_that_dies_between_two_hours_is_taken_up_by_the_next() {
        stage.record.events().append(List.of(up("web", ago(1)), up("web", ago(2))));
        hours.diesAfter = 1;
        counting().run();
        assertThat(hours.counted).containsExactly(ago(1));
        hours.diesAfter = Integer.MAX_VALUE;

        counting().run();

        assertThat(hours.counted).containsExactly(ago(1), ago(2));
    }

    @Test
    void an_hour_with_too_many_assets_is_tried_again_only_when_it_changed() {
        stage.record.events().append(List.of(up("web", ago(1)), up("web", ago(2))));
        hours.refused = ago(1);
        HourCounting counting = counting();
        counting.run();
        counting.run();
        assertThat(hours.counted).containsExactly(ago(1), ago(2));

        stage.record.events().append(List.of(up("web", ago(1).plusSeconds(60))));
        counting.run();

        assertThat(hours.counted).containsExactly(ago(1), ago(2), ago(1));
    }

    @Test
    void while_the_record_is_away_a_turn_ends_and_the_next_makes_up_for_it() {
        stage.record.events().append(List.of(up("web", ago(1))));
        stage.record.goAway();
        HourCounting counting = counting();
        counting.run();
        stage.record.comeBack();

        counting.run();

        assertThat(hours.counted).containsExactly(ago(1));
    }

    private HourCounting counting() {
        return new HourCounting(hours, stage.clock, stage.journal);
    }

    private Instant ago(int count) {
        return now.minus(HOUR.multipliedBy(count));
    }

    /** Notes which hours are counted, and can be slow, refuse one, or die. */
    private final class Recorded implements EventHours {

        private final EventHours hours;
        private final List<Instant> counted = new ArrayList<>();
        private Duration takes = Duration.ZERO;
        private Instant refused = Instant.MIN;
        private int diesAfter = Integer.MAX_VALUE;

        Recorded(EventHours hours) {
            this.hours = hours;
        }

        @Override
        public List<Standing> standings(Instant from, Instant until) {
            return hours.standings(from, until);
        }

        @Override
        public boolean count(Instant hour) {
            if (counted.size() == diesAfter) {
                stage.record.goAway();
            }
            try {
                boolean fits = !hour.equals(refused) && hours.count(hour);
                counted.add(hour);
                stage.pass(takes);
                return fits;
            } finally {
                stage.record.comeBack();
            }
        }

        @Override
        public Tally tally(Collection<AssetKey> assets, List<Instant> of, List<Span> spans) {
            return hours.tally(assets, of, spans);
        }
    }
}
