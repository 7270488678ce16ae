package io.secplat.stream.microprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.InMemoryCourier;
import io.secplat.stream.MessageStream;
import io.secplat.stream.StreamWatch;
import io.smallrye.metrics.SharedMetricRegistries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

class StreamGaugesTest {

    /** A scope cannot be used again once it was dropped, so each test has its own. */
    private static final AtomicInteger SCOPES = new AtomicInteger();

    private static final StreamName STREAM = StreamName.DERIVE;

    private final SetClock clock = new SetClock();
    private final InMemoryCourier courier = new InMemoryCourier(clock);
    private final MetricRegistry registry =
            SharedMetricRegistries.getOrCreate("stream-gauges-test-" + SCOPES.incrementAndGet());
    private final StreamWatch watch = new StreamWatch(courier.inspector(), clock);

    StreamGaugesTest() {
        new StreamGauges(registry, watch).register();
    }

    private long ofStream(String name) {
        return value(new MetricID(name, new Tag("stream", STREAM.wire())));
    }

    private long ofGroup(String name) {
        return value(new MetricID(name, new Tag("stream", STREAM.wire()), new Tag("group", "derivers")));
    }

    private long value(MetricID id) {
        return registry.getGauge(id).getValue().longValue();
    }

    private void addThree() {
        for (String key : List.of("a", "b", "c")) {
            courier.add(STREAM, Map.of("asset_keys", key));
        }
    }

    @Test
    void the_figures_are_those_of_the_last_look() {
        addThree();
        MessageStream stream = courier.open(ConsumerGroup.DERIVERS, "one");
        stream.bury(stream.read(2, Duration.ZERO).get(0).id(), Map.of("error", "derive_failed"));
        clock.now = clock.now.plusMillis(700);
        watch.look();
        addThree();

        assertThat(ofStream("stream_length")).isEqualTo(3);
        assertThat(ofStream("stream_dlq_length")).isEqualTo(1);
        assertThat(ofGroup("stream_lag")).isEqualTo(1);
        assertThat(ofGroup("stream_pending")).isEqualTo(1);
        assertThat(ofGroup("stream_oldest_idle_ms")).isEqualTo(700);
    }

    @Test
    void a_group_that_does_not_exist_yet_has_everything_before_it() {
        addThree();
        watch.look();

        assertThat(ofGroup("stream_lag")).isEqualTo(3);
        assertThat(ofGroup("stream_pending")).isZero();
        assertThat(ofGroup("stream_oldest_idle_ms")).isZero();
    }

    @Test
    void before_the_first_look_nothing_is_known() {
        assertThat(ofStream("stream_length")).isEqualTo(-1);
    }

    @Test
    void while_the_streams_are_away_nothing_is_known() {
        watch.look();
        courier.away(true);
        assertThatThrownBy(watch::look).isInstanceOf(CourierUnavailableException.class);

        assertThat(ofStream("stream_length")).isEqualTo(-1);
        assertThat(ofGroup("stream_lag")).isEqualTo(-1);

        courier.away(false);
        watch.look();
        assertThat(ofStream("stream_length")).isZero();
    }

    @Test
    void a_look_that_is_too_old_counts_no_more() {
        watch.look();
        clock.now = clock.now.plus(StreamWatch.LONGEST_AGE);
        assertThat(ofStream("stream_length")).isZero();

        clock.now = clock.now.plusMillis(1);
        assertThat(ofStream("stream_length")).isEqualTo(-1);
    }

    @Test
    void groups_that_others_made_do_not_show() {
        courier.add(STREAM, Map.of("asset_keys", "a"));
        watch.look();

        assertThat(registry.getMetricIDs()).hasSize(2 * StreamName.values().length + 3 * ConsumerGroup.values().length);
    }

    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-05-04T07:20:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
