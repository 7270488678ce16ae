package io.secplat.workers.ingestion.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.runtime.Journal;
import io.secplat.workers.ingestion.EventBuffer;
import io.smallrye.metrics.SharedMetricRegistries;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Timer;
import org.junit.jupiter.api.Test;

class ProbeMetricsTest {

    /** A scope cannot be used again once it was dropped, so each test has its own. */
    private static final AtomicInteger SCOPES = new AtomicInteger();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final MetricRegistry registry =
            SharedMetricRegistries.getOrCreate("probe-metrics-test-" + SCOPES.incrementAndGet());
    private final EventBuffer buffer = new EventBuffer(2);
    private final ProbeMetrics metrics = new ProbeMetrics(
            registry,
            buffer,
            new Journal("test", Clock.systemUTC(), new PrintStream(log, true, StandardCharsets.UTF_8)));

    private long gauge(String name) {
        return registry.getGauge(new MetricID(name)).getValue().longValue();
    }

    @Test
    void checks_are_timed_and_counted() {
        metrics.began(Duration.ofMillis(200));
        metrics.began(Duration.ofMillis(300));
        metrics.skipped();

        Timer lag = registry.getTimer(new MetricID("probe_lag"));
        assertThat(lag.getCount()).isEqualTo(2);
        assertThat(lag.getElapsedTime()).isEqualTo(Duration.ofMillis(500));
        assertThat(registry.getMetadata("probe_lag").getUnit()).isEqualTo(MetricUnits.SECONDS);
        assertThat(registry.getCounter(new MetricID("probe_skipped_total")).getCount())
                .isEqualTo(1);
    }

    @Test
    void the_buffer_shows_from_the_first_check_on() {
        assertThat(registry.getMetricIDs()).isEmpty();

        metrics.began(Duration.ZERO);
        for (int tick = 0; tick < 5; tick++) {
            buffer.add(event(tick));
        }

        assertThat(gauge("event_buffer_length")).isEqualTo(2);
        assertThat(gauge("event_buffer_dropped")).isEqualTo(3);
        assertThat(registry.getCounter(new MetricID("probe_skipped_total")).getCount())
                .isZero();
    }

    @Test
    void each_figure_says_what_it_is() {
        metrics.began(Duration.ZERO);

        assertThat(registry.getMetadata().values()).hasSize(4).allMatch(metadata -> !metadata.getDescription()
                .isBlank());
    }

    @Test
    void a_registry_that_refuses_is_told_once_and_disturbs_nobody() {
        registry.gauge("probe_lag", () -> 1);

        metrics.began(Duration.ZERO);
        metrics.began(Duration.ZERO);

        assertThat(log.toString(StandardCharsets.UTF_8)).containsOnlyOnce("probe.metrics");
    }

    private static HealthEventDocument event(int tick) {
        return new HealthEventDocument(
                new AssetKey("billing-web"), Instant.ofEpochSecond(tick), true, 200, 5, ProbeKind.HTTP, null);
    }
}
