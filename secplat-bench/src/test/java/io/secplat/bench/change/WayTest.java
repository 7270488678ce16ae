package io.secplat.bench.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parts of a way add up, and what is missing shows. */
class WayTest {

    private static final Instant DUE = Instant.parse("2026-05-04T07:00:00Z");
    private static final Change WARM_UP = new Change(new AssetKey("asset-1"), true);
    private static final Change COUNTED = new Change(new AssetKey("asset-2"), true);

    @Test
    void the_time_counts_from_when_a_change_was_due_and_its_parts_add_up() {
        Way way = way(Map.of(WARM_UP, after(999), COUNTED, after(70)));
        assertThat(way.isComplete()).isTrue();
        assertThat(way.whole("whole").took().count()).isEqualTo(1);
        assertThat(way.whole("whole").markdown()).isEqualTo("| whole | 1 | 70.0 | 70.0 | 70.0 | 70.0 |");
        assertThat(way.parts().stream().map(part -> part.took().percentile(50)))
                .containsExactly(8.0, 5.0, 10.0, 25.0, 30.0);
    }

    @Test
    void a_change_that_nobody_was_told_of_shows_even_in_the_warm_up() {
        Way way = way(Map.of(COUNTED, after(70)));
        assertThat(way.isComplete()).isFalse();
        assertThat(way.toldCount()).isEqualTo(1);
    }

    @Test
    void the_ratio_compares_figure_by_figure() {
        Part part = way(Map.of(COUNTED, after(70))).whole("whole");
        Part half = way(Map.of(COUNTED, after(35))).whole("half");
        assertThat(part.ratioTo(half)).isEqualTo("| ratio |  | 2.0 | 2.0 | 2.0 | 2.0 |");
    }

    private static Way way(Map<Change, Instant> told) {
        return new Way(
                Map.of(COUNTED, new Pacer.Done(after(-3_000), after(-2_992))),
                Map.of(
                        WARM_UP, new Pacer.Done(DUE, DUE),
                        COUNTED, new Pacer.Done(DUE, after(5))),
                Map.of(COUNTED, new NotifyTail.Asked(after(15), after(40))),
                told,
                List.of(COUNTED));
    }

    private static Instant after(int millis) {
        return DUE.plusMillis(millis);
    }
}
