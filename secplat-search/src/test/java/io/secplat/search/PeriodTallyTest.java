package io.secplat.search;

import static io.secplat.search.Documents.NOON;
import static io.secplat.search.Documents.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetKey;
import io.secplat.search.EventHours.Span;
import io.secplat.search.EventHours.Standing;
import io.secplat.search.HealthEvents.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a period asks of the record. */
class PeriodTallyTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> asked = new ArrayList<>();
    private List<Instant> counted = List.of();
    private List<Span> spans = List.of();

    @Test
    void a_month_is_two_requests_and_walks_through_the_events_of_one_hour() {
        Instant now = NOON.plusSeconds(1_200);

        new PeriodTally(new Asked(Stream.iterate(NOON.minus(HOUR), hour -> hour.minus(HOUR))
                        .map(hour -> new Standing(hour, 1_200_000, 1_200_000L))))
                .tally(List.of(key("web")), now.minus(Duration.ofDays(30)), now);

        assertThat(asked).containsExactly("standings", "tally");
        assertThat(counted).hasSize(719);
        assertThat(spans)
                .containsExactly(
                        new Span(now.minus(Duration.ofDays(30)).plusMillis(1), NOON.minus(Duration.ofHours(719))),
                        new Span(NOON, null));
    }

    @Test
    void hours_that_are_not_up_to_date_are_one_span_with_those_beside_them() {
        new PeriodTally(new Asked(Stream.of(
                        new Standing(NOON.minus(Duration.ofHours(1)), 6_000_000, null),
                        new Standing(NOON.minus(Duration.ofHours(2)), 60, 60L),
                        new Standing(NOON.minus(Duration.ofHours(3)), 60, 59L),
                        new Standing(NOON.minus(Duration.ofHours(4)), 0, null))))
                .tally(List.of(key("web")), NOON.minus(Duration.ofHours(3)).minusMillis(1), NOON.plusSeconds(60));

        assertThat(counted).containsExactly(NOON.minus(Duration.ofHours(2)));
        assertThat(spans)
                .containsExactly(
                        new Span(NOON.minus(Duration.ofHours(3)), NOON.minus(Duration.ofHours(2))),
                        new Span(NOON.minus(Duration.ofHours(1)), null));
    }

    /** Answers with the hours that are asked for, and notes what is asked. */
    private final class Asked implements EventHours {

        private final Stream<Standing> newestFirst;

        Asked(Stream<Standing> newestFirst) {
            this.newestFirst = newestFirst;
        }

        @Override
        public List<Standing> standings(Instant from, Instant until) {
            asked.add("standings");
            List<Standing> oldestFirst = new ArrayList<>();
            newestFirst.takeWhile(hour -> !hour.hour().isBefore(from)).forEach(hour -> oldestFirst.add(0, hour));
            return oldestFirst;
        }

        @Override
        public boolean count(Instant hour) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tally tally(Collection<AssetKey> assets, List<Instant> hours, List<Span> of) {
            asked.add("tally");
            counted = hours;
            spans = of;
            return Tally.NONE;
        }
    }
}
