package io.secplat.stream.microprofile;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Journal;
import io.secplat.stream.ConsumerObserver;
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts per group what consumers do. A figure that the registry refuses is told once in the journal and disturbs no work. */
public final class ConsumerMetrics implements ConsumerObserver {

    static final String HANDLING = "stream_handling";
    static final String HANDLED = "stream_handled_total";
    static final String RETRIES = "stream_retries_total";
    static final String DEAD_LETTERS = "stream_dead_letters_total";
    static final String RECLAIMED = "stream_reclaimed_total";
    static final String HELD = "stream_held_total";

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
