package io.secplat.workers.notify.microprofile;

import io.secplat.runtime.Journal;
import io.secplat.stream.microprofile.Figures;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.NotifyFigures;
import io.secplat.workers.notify.route.Suppression;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** Counts per channel what was told. A figure that the registry refuses is told once in the journal and disturbs no work. */
public final class NotifyMetrics implements NotifyFigures {

    static final Metadata SENT = Figures.described("notify_sent_total", "Messages that the channel accepted");
    static final Metadata FAILED = Figures.described(
            "notify_failed_total", "Messages that became dead letters since the channel never accepted them");
    static final Metadata SUPPRESSED =
            Figures.described("notify_suppressed_total", "Messages that the channel was not told of, by reason");
    static final Metadata PUT_OFF = Figures.described(
            "notify_put_off_total",
            "Times that a message waited for the rate, for time that the recipient asked for, or for a service in trouble");
    static final Metadata DELAY = Metadata.builder()
            .withName("notify_delay")
            .withDescription("Time from the making of a message to its acceptance by the channel")
            .withUnit(MetricUnits.SECONDS)
            .build();

    private final MetricRegistry registry;
    private final Figures figures;

    public NotifyMetrics(MetricRegistry registry, Journal journal) {
        this.registry = registry;
        this.figures = new Figures(journal, "notify.metrics");
    }

    /** Counters begin at 0, since what watches them sees no step in a first value. */
    @Override
    public void serves(ChannelName channel) {
        for (Metadata counter : List.of(SENT, FAILED, PUT_OFF)) {
            figures.set(() -> registry.counter(counter, tag(channel)));
        }
    }

    @Override
    public void sent(ChannelName channel, Duration since) {
        figures.set(() -> registry.counter(SENT, tag(channel)).inc());
        figures.set(() -> registry.timer(DELAY, tag(channel)).update(since));
    }

    @Override
    public void failed(ChannelName channel) {
        figures.set(() -> registry.counter(FAILED, tag(channel)).inc());
    }

    @Override
    public void suppressed(ChannelName channel, Suppression why) {
        figures.set(() -> registry.counter(SUPPRESSED, tag(channel), new Tag("reason", why.wire()))
                .inc());
    }

    @Override
    public void putOff(ChannelName channel) {
        figures.set(() -> registry.counter(PUT_OFF, tag(channel)).inc());
    }

    private static Tag tag(ChannelName channel) {
        return new Tag("channel", channel.wire());
    }
}
