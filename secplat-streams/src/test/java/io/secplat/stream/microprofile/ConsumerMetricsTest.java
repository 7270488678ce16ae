package io.secplat.stream.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Journal;
import io.smallrye.metrics.SharedMetricRegistries;
import io.smallrye.metrics.exporters.PrometheusMetricsExporter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.junit.jupiter.api.Test;

class ConsumerMetricsTest {

    /** A scope cannot be used again once it was dropped, so each test has its own. */
    private static final AtomicInteger SCOPES = new AtomicInteger();

    private static final ConsumerGroup GROUP = ConsumerGroup.NOTIFIERS;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final MetricRegistry registry =
            SharedMetricRegistries.getOrCreate("consumer-metrics-test-" + SCOPES.incrementAndGet());
    private final ConsumerMetrics metrics = new ConsumerMetrics(
            registry, new Journal("test", Clock.systemUTC(), new PrintStream(log, true, StandardCharsets.UTF_8)));

    private long count(String name, Tag... tags) {
        Tag[] all = new Tag[tags.length + 1];
        all[0] = new Tag("group", "notifiers");
        System.arraycopy(tags, 0, all, 1, tags.length);
        Counter counter = registry.getCounter(new MetricID(name, all));
        return counter == null ? 0 : counter.getCount();
    }

    @Test
    void each_figure_has_its_counter() {
        metrics.retried(GROUP);
        metrics.reclaimed(GROUP, 3);
        metrics.held(GROUP, 2);

        assertThat(count("stream_retries_total")).isEqualTo(1);
        assertThat(count("stream_reclaimed_total")).isEqualTo(3);
        assertThat(count("stream_held_total")).isEqualTo(2);
    }

    @Test
    void handling_is_counted_and_timed() {
        metrics.handled(GROUP, 2, Duration.ofMillis(250));
        metrics.handled(GROUP, 1, Duration.ofMillis(750));

        Timer timer = registry.getTimer(new MetricID("stream_handling", new Tag("group", "notifiers")));
        assertThat(timer.getCount()).isEqualTo(2);
        assertThat(timer.getElapsedTime()).isEqualTo(Duration.ofSeconds(1));
        assertThat(count("stream_handled_total")).isEqualTo(3);
    }

    @Test
    void dead_letters_are_counted_by_reason_without_what_a_message_added() {
        metrics.buried(GROUP, "unknown_type:secret-one");
        metrics.buried(GROUP, "unknown_type:secret-two");
        metrics.buried(GROUP, "notification_rejected");

        assertThat(count("stream_dead_letters_total", new Tag("reason", "unknown_type")))
                .isEqualTo(2);
        assertThat(count("stream_dead_letters_total", new Tag("reason", "notification_rejected")))
                .isEqualTo(1);
        assertThat(registry.getMetricIDs().toString()).doesNotContain("secret");
    }

    @Test
    void a_scrape_shows_the_names_that_are_documented() {
        metrics.handled(GROUP, 1, Duration.ofMillis(250));
        metrics.buried(GROUP, "notification_rejected");

        String scrape = new PrometheusMetricsExporter().exportAllScopes().toString();

        assertThat(scrape)
                .contains("stream_handling_seconds_count{group=\"notifiers\"")
                .contains("stream_handling_seconds_sum{group=\"notifiers\"")
                .contains("stream_handled_total{group=\"notifiers\"")
                .contains("stream_dead_letters_total{group=\"notifiers\"");
    }

    @Test
    void a_registry_that_refuses_is_told_once_and_disturbs_nobody() {
        registry.gauge("stream_retries_total", () -> 1, new Tag("group", "notifiers"));

        metrics.retried(GROUP);
        metrics.retried(GROUP);

        assertThat(log.toString(StandardCharsets.UTF_8)).containsOnlyOnce("stream.metrics");
    }
}
