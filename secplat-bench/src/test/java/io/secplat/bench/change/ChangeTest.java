package io.secplat.bench.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.secplat.contracts.model.AssetKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Assets go down once and are up again once. */
class ChangeTest {

    private static final int GAP = 10;

    @Test
    void each_asset_goes_down_and_is_up_again_after_the_gap() {
        List<Change> changes = Change.of(assets(30), 55, GAP);
        Map<AssetKey, Integer> down = new HashMap<>();
        for (int n = 0; n < changes.size(); n++) {
            Change change = changes.get(n);
            if (change.down()) {
                assertThat(down.put(change.asset(), n)).isNull();
            } else {
                assertThat(down).containsEntry(change.asset(), n - GAP);
            }
        }
        assertThat(changes).hasSize(55).doesNotHaveDuplicates();
        assertThat(changes.stream().filter(Change::down)).hasSize(30);
    }

    @Test
    void any_two_gaps_hold_as_many_outages_as_recoveries() {
        List<Change> changes = Change.of(assets(30), 60, GAP);
        for (int from = 0; from <= 40; from++) {
            assertThat(changes.subList(from, from + 2 * GAP).stream().filter(Change::down))
                    .hasSize(GAP);
        }
    }

    @Test
    void as_many_assets_are_needed_as_it_says() {
        assertThat(Change.needed(55, GAP)).isEqualTo(30);
        assertThat(Change.of(assets(30), 55, GAP)).hasSize(55);
        assertThatIllegalArgumentException().isThrownBy(() -> Change.of(assets(29), 55, GAP));
    }

    @Test
    void a_plan_makes_enough_assets_that_are_up() {
        ChangePlan plan = new ChangePlan(50, 20);
        long calm = IntStream.rangeClosed(1, plan.assets())
                .filter(n -> n % 50 != 0 && n % 20 != 0)
                .count();
        assertThat(calm)
                .isGreaterThanOrEqualTo(plan.assetsOfWhole() + Change.needed(plan.changes(), plan.gapOfReference()));
    }

    @Test
    void what_counts_is_outages_and_recoveries_half_and_half() {
        ChangePlan plan = new ChangePlan(50, 20);
        List<Change> changes = Change.of(assets(3_000), plan.warmUpChanges() + plan.changes(), plan.gap());
        assertThat(changes.subList(plan.warmUpChanges(), changes.size()).stream()
                        .filter(Change::down))
                .hasSize(plan.changes() / 2);
    }

    private static List<AssetKey> assets(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new AssetKey("asset-" + n))
                .toList();
    }
}
