package io.secplat.workers.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbeScheduleTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-05-04T00:00:00Z");

    static Stream<MonitoredAsset> many_assets() {
        Random random = new Random(42);
        return IntStream.range(0, 200)
                .mapToObj(i -> Samples.asset("asset-" + random.nextInt(1_000_000), 5 + random.nextInt(86_395)));
    }

    @ParameterizedTest
    @MethodSource("many_assets")
    void ticks_are_multiples_of_the_interval_plus_a_constant_offset_below_it(MonitoredAsset asset) {
        int interval = asset.probe().intervalSeconds();
        long offset = ProbeSchedule.offset(asset.key(), interval);

        Instant tick = ProbeSchedule.tick(asset, MIDNIGHT);

        assertThat(offset).isBetween(0L, interval - 1L);
        assertThat(tick.getEpochSecond() % interval).isEqualTo(offset);
        assertThat(tick.getNano()).isZero();
        assertThat(tick).isBetween(MIDNIGHT.minusSeconds(interval - 1), MIDNIGHT);
        assertThat(ProbeSchedule.tick(asset, tick)).isEqualTo(tick);
        assertThat(ProbeSchedule.tick(asset, tick.plusSeconds(interval).minusNanos(1)))
                .isEqualTo(tick);
    }

    @Test
    void a_day_has_its_full_number_of_ticks_although_turns_come_late() {
        ProbeSchedule schedule = new ProbeSchedule();
        List<MonitoredAsset> assets = List.of(Samples.asset("billing-web", 60));
        Random random = new Random(7);
        Set<Instant> ticks = new HashSet<>();
        schedule.due(assets, MIDNIGHT.minusSeconds(60));

        for (Instant now = MIDNIGHT;
                now.isBefore(MIDNIGHT.plus(Duration.ofDays(1)));
                now = now.plusMillis(500 + random.nextInt(20_000))) {
            schedule.due(assets, now).forEach(check -> ticks.add(check.tick()));
        }

        assertThat(ticks).hasSizeBetween(1_440, 1_441);
    }

    @Test
    void offsets_are_spread_over_the_interval() {
        long[] perSecond = new long[60];
        IntStream.range(0, 6_000).forEach(i -> perSecond[(int) ProbeSchedule.offset(new AssetKey("asset-" + i), 60)]++);

        assertThat(Arrays.stream(perSecond)).allMatch(count -> count >= 50 && count <= 150);
    }

    @Test
    void a_tick_is_due_once() {
        ProbeSchedule schedule = new ProbeSchedule();
        List<MonitoredAsset> assets = List.of(Samples.asset("billing-web", 60));
        Instant tick = ProbeSchedule.tick(assets.get(0), MIDNIGHT);

        assertThat(schedule.due(assets, tick)).containsExactly(new Check(assets.get(0), tick));
        assertThat(schedule.due(assets, tick.plusSeconds(59))).isEmpty();
        assertThat(schedule.due(assets, tick.plusSeconds(60)))
                .containsExactly(new Check(assets.get(0), tick.plusSeconds(60)));
    }

    @Test
    void ticks_that_were_slept_through_are_left_out() {
        ProbeSchedule schedule = new ProbeSchedule();
        List<MonitoredAsset> assets = List.of(Samples.asset("billing-web", 60));
        Instant tick = ProbeSchedule.tick(assets.get(0), MIDNIGHT);
        schedule.due(assets, tick);

        assertThat(schedule.due(assets, tick.plusSeconds(605)))
                .containsExactly(new Check(assets.get(0), tick.plusSeconds(600)));
    }

    @Test
    void a_clock_that_is_set_back_repeats_nothing() {
        ProbeSchedule schedule = new ProbeSchedule();
        List<MonitoredAsset> assets = List.of(Samples.asset("billing-web", 60));
        schedule.due(assets, MIDNIGHT);

        assertThat(schedule.due(assets, MIDNIGHT.minusSeconds(600))).isEmpty();
    }

    @Test
    void a_new_asset_begins_with_the_tick_of_the_interval_it_is_in() {
        ProbeSchedule schedule = new ProbeSchedule();
        List<MonitoredAsset> assets = new ArrayList<>(List.of(Samples.asset("billing-web", 60)));
        schedule.due(assets, MIDNIGHT);
        assets.add(Samples.asset("printer-3", 3_600));

        assertThat(schedule.due(assets, MIDNIGHT.plusSeconds(1)))
                .extracting(check -> check.asset().key().value())
                .contains("printer-3");
    }
}
