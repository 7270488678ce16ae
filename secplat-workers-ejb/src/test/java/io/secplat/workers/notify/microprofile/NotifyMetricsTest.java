package io.secplat.workers.notify.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.Journal;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.route.Suppression;
import io.smallrye.metrics.SharedMetricRegistries;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.junit.jupiter.api.Test;

class NotifyMetricsTest {

    /** A scope cannot be used again once it was dropped, so each test has its own. */
    private static final AtomicInteger SCOPES = new AtomicInteger();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final MetricRegistry registry =
            SharedMetricRegistries.getOrCreate("notify-metrics-test-" + SCOPES.incrementAndGet());
    private final NotifyMetrics metrics = new NotifyMetrics(
            registry, new Journal("test", Clock.systemUTC(), new PrintStream(log, true, StandardCharsets.UTF_8)));

    private static Tag channel(String name) {
        return new Tag("channel", name);
    }

    private long count(String name, Tag... tags) {
        return registry.getCounter(new MetricID(name, tags)).getCount();
    }

    @Test
    void each_channel_has_its_own_counters() {
        metrics.sent(ChannelName.SLACK, Duration.ofSeconds(2));
        metrics.sent(ChannelName.SLACK, Duration.ofSeconds(3));
        metrics.sent(ChannelName.JIRA, Duration.ZERO);
        metrics.failed(ChannelName.SMS);
        metrics.putOff(ChannelName.WHATSAPP);
        metrics.suppressed(ChannelName.SMS, Suppression.QUIET_HOURS);

        assertThat(count("notify_sent_total", channel("slack"))).isEqualTo(2);
        assertThat(count("notify_sent_total", channel("jira"))).isEqualTo(1);
        assertThat(count("notify_failed_total", channel("sms"))).isEqualTo(1);
        assertThat(count("notify_put_off_total", channel("whatsapp"))).isEqualTo(1);
        assertThat(count("notify_suppressed_total", channel("sms"), new Tag("reason", "quiet_hours")))
                .isEqualTo(1);
        Timer delay = registry.getTimer(new MetricID("notify_delay", channel("slack")));
        assertThat(delay.getElapsedTime()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void counters_of_a_channel_begin_at_zero() {
        metrics.serves(ChannelName.SLACK);
        assertThat(count("notify_sent_total", channel("slack"))).isZero();
        assertThat(count("notify_failed_total", channel("slack"))).isZero();
        assertThat(count("notify_put_off_total", channel("slack"))).isZero();

        metrics.sent(ChannelName.SLACK, Duration.ZERO);
        metrics.serves(ChannelName.SLACK);
        assertThat(count("notify_sent_total", channel("slack"))).isEqualTo(1);
    }

    @Test
    void each_figure_says_what_it_is() {
        metrics.sent(ChannelName.SLACK, Duration.ofSeconds(2));

        assertThat(registry.getMetadata("notify_sent_total").getDescription()).isNotBlank();
        assertThat(registry.getMetadata("notify_delay").getDescription()).isNotBlank();
        assertThat(registry.getMetadata("notify_delay").getUnit()).isEqualTo(MetricUnits.SECONDS);
    }

    @Test
    void a_registry_that_refuses_is_told_once_and_disturbs_nobody() {
        registry.gauge("notify_failed_total", () -> 1, channel("slack"));

        metrics.failed(ChannelName.SLACK);
        metrics.failed(ChannelName.SLACK);

        assertThat(log.toString(StandardCharsets.UTF_8)).containsOnlyOnce("notify.metrics");
    }
}
