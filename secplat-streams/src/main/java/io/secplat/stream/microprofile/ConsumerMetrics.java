package io.secplat.stream.microprofile;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Journal;
import io.secplat.stream.ConsumerObserver;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** Counts per group what consumers do. A figure that the registry refuses is told once in the journal and disturbs no work. */
public final class ConsumerMetrics implements ConsumerObserver {

    private static final Metadata HANDLING = Metadata.builder()
            .withName("stream_handling")
            .withDescription("Time that the handling of messages took, from handing them over to their outcome")
            .withUnit(MetricUnits.SECONDS)
            .build();
    private static final Metadata HANDLED =
            Figures.described("stream_handled_total", "Messages that were handled, whatever came of them");
    private static final Metadata RETRIES =
            Figures.described("stream_retries_total", "Copies that were made of messages for another try");
    private static final Metadata DEAD_LETTERS =
            Figures.described("stream_dead_letters_total", "Messages that became dead letters, by reason");
    private static final Metadata RECLAIMED =
            Figures.described("stream_reclaimed_total", "Messages that were taken over from a reader that went silent");
    private static final Metadata HELD =
            Figures.described("stream_held_total", "Messages that were put back because a store or the API was away");

    private final MetricRegistry registry;
    private final Reasons reasons = new Reasons();
    private final Figures figures;

    public ConsumerMetrics(MetricRegistry registry, Journal journal) {
        this.registry = registry;
        this.figures = new Figures(journal, "stream.metrics");
    }

    @Override
    public void handled(ConsumerGroup group, int messages, Duration took) {
        figures.set(() -> registry.timer(HANDLING, tag(group)).update(took));
        figures.set(() -> registry.counter(HANDLED, tag(group)).inc(messages));
    }

    @Override
    public void retried(ConsumerGroup group) {
        figures.set(() -> registry.counter(RETRIES, tag(group)).inc());
    }

    @Override
    public void buried(ConsumerGroup group, String reason) {
        Tag label = new Tag("reason", reasons.label(reason));
        figures.set(() -> registry.counter(DEAD_LETTERS, tag(group), label).inc());
    }

    @Override
    public void reclaimed(ConsumerGroup group, int entries) {
        figures.set(() -> registry.counter(RECLAIMED, tag(group)).inc(entries));
    }

    @Override
    public void held(ConsumerGroup group, int messages) {
        figures.set(() -> registry.counter(HELD, tag(group)).inc(messages));
    }

    private static Tag tag(ConsumerGroup group) {
        return new Tag("group", group.wire());
    }
}
